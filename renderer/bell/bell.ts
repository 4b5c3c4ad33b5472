import type { BellEvent } from '../../shared/contract/live.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';
import { pause } from '../cable/pause.ts';
import type { BellPlayer } from './bell-player.ts';

/** `off`: the volume is 0. `blocked`: the browser wants a click first. */
export type BellState = { ringing: BellEvent['ringing']; sound: 'unknown' | 'ready' | 'blocked' | 'off' };

export type Bell = {
  state: () => BellState;
  subscribe: (listener: () => void) => () => void;
  set: (settings: { volume: number; chatTone: boolean }) => void;
  /** Plays the ring once, to be heard; also what unlocks the sound, when called by a click. */
  test: (volume?: number) => Promise<void>;
};

/** Makes the sounds that the main side asks this screen for, and tells it whether they can be heard. */
export function hangBell(connection: Connection, player: BellPlayer, screenId: string): Bell {
  let state: BellState = { ringing: [], sound: 'unknown' };
  let settings = { volume: 80, chatTone: true };
  let told: boolean | null = null;
  const listeners = new Set<() => void>();

  const change = (next: Partial<BellState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
    void tell();
  };
  /** The screen is known as soon as its bell stream stands; that may be a moment later than this call. */
  const tell = async () => {
    const ready = state.sound === 'ready';
    if (state.sound === 'unknown' || ready === told || connection.state().phase !== 'open') return;
    told = ready;
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await connection.api.live.screenSound({ screenId, ready }).catch(() => null);
      if (answer?.known || told !== ready) return;
      await pause(300);
    }
    told = null;
  };
  const heard = (allowed: boolean) => change({ sound: settings.volume === 0 ? 'off' : allowed ? 'ready' : 'blocked' });
  const probe = async () => heard(await player.probe());

  connection.onSwitch(() => change({ ringing: [] }));
  connection.onOpen((signal) => {
    told = null;
    signal.addEventListener('abort', () => player.silence(), { once: true });
    void follow(
      signal,
      () => connection.api.live.bell({ screenId }),
      (event) => {
        const quiet = event.ringing.every((line) => line.orderIds.length === 0);
        if (quiet) player.silence();
        change({ ringing: event.ringing });
        if (settings.volume === 0) return;
        if (event.ring) void player.ring(settings.volume).then(heard);
        if (event.tone && settings.chatTone) void player.tone(settings.volume).then(heard);
      },
    );
    void probe();
  });

  // The first touch of the page is what a browser waits for.
  const unlock = () => {
    if (state.sound === 'blocked') void probe();
  };
  window.addEventListener('pointerdown', unlock);
  window.addEventListener('keydown', unlock);

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      settings = next;
      if (next.volume === 0) player.silence();
      void probe();
    },
    test: async (volume = settings.volume) => heard(await player.ring(volume)),
  };
}
