import type { BellEvent } from '../../shared/contract/live.ts';
import type { ChatTone, OrderTone } from '../../shared/domain/bell.ts';
import type { Connection } from '../cable/connection.ts';
import { follow } from '../cable/follow.ts';
import { pause } from '../cable/pause.ts';
import type { BellPlayer } from './bell-player.ts';
import { countOutputs, onDevices } from './count-outputs.ts';

export type BellState = Pick<BellEvent, 'ringing' | 'silent' | 'silentUntil'> & {
  /** `off`: the volume is 0. `blocked`: the browser wants a click first. `no-output`: the system has no device for it. */
  sound: 'unknown' | 'ready' | 'blocked' | 'off' | 'no-output';
};

export type BellSound = { volume: number; orderTone: OrderTone; chatTone: boolean; chatSound: ChatTone };

export type Bell = {
  state: () => BellState;
  subscribe: (listener: () => void) => () => void;
  set: (sound: BellSound) => void;
  /** Plays the ring once, to be heard; also what unlocks the sound, when called by a click. */
  test: (over?: { volume?: number; orderTone?: OrderTone }) => Promise<void>;
  /** Plays a chat's tone once. */
  testTone: (chatSound: ChatTone) => Promise<void>;
};

const NOTHING = { ringing: [], silent: null, silentUntil: null };

/** Makes the sounds that the main side asks this screen for, and tells it whether they can be heard. */
export function hangBell(connection: Connection, player: BellPlayer, screenId: string): Bell {
  let state: BellState = { ...NOTHING, sound: 'unknown' };
  let settings: BellSound = { volume: 80, orderTone: 'bell', chatTone: true, chatSound: 'soft' };
  let outputs: number | undefined;
  let told: string | null = null;
  const listeners = new Set<() => void>();

  const change = (next: Partial<BellState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
    void tell();
  };
  /** The screen is known as soon as its bell stream stands; that may be a moment later than this call. */
  const tell = async () => {
    const sound = { ready: state.sound === 'ready', ...(outputs === undefined ? {} : { outputs }) };
    const words = JSON.stringify(sound);
    if (state.sound === 'unknown' || words === told || connection.state().phase !== 'open') return;
    told = words;
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await connection.api.live.screenSound({ screenId, ...sound }).catch(() => null);
      if (answer?.known || told !== words) return;
      await pause(300);
    }
    told = null;
  };
  const heard = (allowed: boolean) => change({ sound: settings.volume === 0 ? 'off' : outputs === 0 ? 'no-output' : allowed ? 'ready' : 'blocked' });
  const probe = async () => {
    outputs = await countOutputs();
    heard(await player.probe());
  };
  const ring = (over: { volume?: number; orderTone?: OrderTone } = {}) =>
    player.ring(over.orderTone ?? settings.orderTone, over.volume ?? settings.volume).then(heard);

  connection.onSwitch(() => change(NOTHING));
  connection.onOpen((signal) => {
    told = null;
    signal.addEventListener('abort', () => player.silence(), { once: true });
    void follow(
      signal,
      () => connection.api.live.bell({ screenId }),
      (event) => {
        const { ringing, silent, silentUntil } = event;
        const quiet = silent === 'quiet-hours' || silent === 'closed' || ringing.every((line) => line.orderIds.length === 0);
        if (quiet && !event.check) player.silence();
        change({ ringing, silent, silentUntil });
        if (settings.volume === 0) return;
        if (event.ring || event.check) void ring();
        if (event.tone && settings.chatTone) void player.tone(settings.chatSound, settings.volume).then(heard);
      },
    );
    void probe();
  });
  onDevices(() => void probe());

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
    test: ring,
    testTone: (chatSound) => player.tone(chatSound, settings.volume).then(heard),
  };
}
