import type { ChatTone, OrderTone } from '../../shared/domain/bell.ts';
import bellUrl from '../sounds/bell.wav';
import buzzerUrl from '../sounds/buzzer.wav';
import chimeUrl from '../sounds/chime.wav';
import knockUrl from '../sounds/knock.wav';
import softUrl from '../sounds/soft.wav';

/** The sounds of the page. */
export type BellPlayer = ReturnType<typeof createBellPlayer>;

/** Loads the sounds; nothing is heard yet. */
export function createBellPlayer() {
  const load = (url: string): HTMLAudioElement => {
    const sound = new Audio(url);
    sound.preload = 'auto';
    return sound;
  };
  const rings: Record<OrderTone, HTMLAudioElement> = { bell: load(bellUrl), chime: load(chimeUrl), buzzer: load(buzzerUrl) };
  const tones: Record<ChatTone, HTMLAudioElement> = { soft: load(softUrl), knock: load(knockUrl) };
  const probe = load(softUrl);
  const silence = () => Object.values(rings).forEach((ring) => ring.pause());

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
    ring: (tone: OrderTone, percent: number) => {
      // Two of them at once are a noise, and no tone of its own.
      silence();
      return play(rings[tone], percent);
    },
    tone: (tone: ChatTone, percent: number) => play(tones[tone], percent * 0.7),
    /** Plays without being heard, to learn whether the browser would let it. */
    probe: () => play(probe, 0),
    silence,
  };
}
