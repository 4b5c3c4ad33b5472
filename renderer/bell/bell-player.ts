import ringUrl from '../sounds/ring.wav';
import toneUrl from '../sounds/tone.wav';

/** The two sounds of the page. */
export type BellPlayer = ReturnType<typeof createBellPlayer>;

/** Loads the sounds; nothing is heard yet. */
export function createBellPlayer() {
  const ring = new Audio(ringUrl);
  const tone = new Audio(toneUrl);
  const probe = new Audio(toneUrl);
  for (const sound of [ring, tone, probe]) sound.preload = 'auto';

  /** False where the browser wants a click first. */
  const play = async (sound: HTMLAudioElement, percent: number): Promise<boolean> => {
    sound.volume = Math.min(1, Math.max(0, percent / 100));
    sound.currentTime = 0;
    try {
      await sound.play();
      return true;
    } catch (error) {
      // A sound that was stopped while it began is no refusal.
      return error instanceof DOMException && error.name === 'AbortError';
    }
  };

  return {
    ring: (percent: number) => play(ring, percent),
    tone: (percent: number) => play(tone, percent * 0.7),
    /** Plays without being heard, to learn whether the browser would let it. */
    probe: () => play(probe, 0),
    silence: () => ring.pause(),
  };
}
