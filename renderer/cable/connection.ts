import { createORPCClient } from '@orpc/client';
import type { Api, AppView } from '../../shared/contract.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Cable, OpenCable } from './cable.ts';
import { chooseShop, chosenShop } from './chosen-shop.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import { pause } from './pause.ts';

/** `starting` until the first cable stands; `refused` is final: a new link is needed. */
export type ConnectionState = { phase: 'starting' | 'open' | 'lost' | 'refused'; app: AppView | null };

export type Connection = {
  /** Always calls over the cable of the moment; rejects while there is none. */
  api: Api;
  state: () => ConnectionState;
  subscribe: (listener: () => void) => () => void;
  /** Runs for as long as a cable stands; the signal ends with it. */
  onOpen: (work: (signal: AbortSignal) => void) => void;
  /** Called before the first cable to another line opens: what is known of the old one is of no use. */
  onSwitch: (work: () => void) => void;
  switchShop: (shop: ShopKind | null) => void;
  /** Asks again what line this is and which ones run. */
  refresh: () => Promise<void>;
};

const ANSWER_WITHIN_MS = 8000;

/** Keeps a cable to the main side standing, for the life of the page. */
export function keepConnected(open: OpenCable, { paused = false, random = Math.random } = {}): Connection {
  let state: ConnectionState = { phase: 'starting', app: null };
  let cable: Cable | null = null;
  const listeners = new Set<() => void>();
  const openWork: ((signal: AbortSignal) => void)[] = [];
  const switchWork: (() => void)[] = [];
  let switching = false;

  const change = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const api = createORPCClient<Api>({
    call: (path, input, options) => {
      if (!cable) return Promise.reject(new Error('Shopbell is not connected'));
      let target: unknown = cable.api;
      for (const part of path) target = (target as Record<string, unknown>)[part];
      return (target as (input: unknown, options: unknown) => Promise<unknown>)(input, options);
    },
  });

  const standOnce = async (): Promise<{ cause: 'lost' | 'refused'; opened: boolean }> => {
    const mine = open(chosenShop());
    cable = mine;
    const ended = new AbortController();
    let opened = false;
    void mine.closed.then(() => ended.abort());
    try {
      const answer = mine.api.app.get();
      answer.catch(() => undefined);
      const app = await Promise.race([answer, mine.closed.then(() => null), pause(ANSWER_WITHIN_MS).then(() => null)]);
      const chosen = chosenShop();
      if (app && chosen !== null && app.shop !== chosen) {
        // The line that was asked for does not run. A cable that asked for it would change over as soon as it does: not this one.
        chooseShop(null);
        switching = true;
        mine.close();
      } else if (app) {
        opened = true;
        if (state.app && state.app.shop !== app.shop) for (const work of switchWork) work();
        for (const work of openWork) work(ended.signal);
        change({ phase: 'open', app });
      } else mine.close();
    } catch {
      mine.close();
    }
    const cause = await mine.closed;
    cable = null;
    return { cause, opened };
  };

  const run = async () => {
    for (let attempt = 0; ; attempt += 1) {
      const { cause, opened } = await standOnce();
      if (cause === 'refused') return change({ phase: 'refused', app: state.app });
      if (opened) attempt = 0;
      if (state.phase === 'open') change({ phase: 'lost', app: state.app });
      else if (state.phase === 'starting' && attempt > 0) change({ phase: 'lost', app: null });
      await pause(switching ? 0 : reconnectDelay(attempt, random()));
      switching = false;
    }
  };
  // What is known of the old line goes, and a new cable is opened.
  const switchShop = (shop: ShopKind | null) => {
    chooseShop(shop);
    switching = true;
    for (const work of switchWork) work();
    change({ phase: 'starting', app: null });
    cable?.close();
  };

  // The page has to be up, and its listeners set, before the first cable opens.
  if (!paused) queueMicrotask(() => void run());

  return {
    api,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onOpen: (work) => void openWork.push(work),
    onSwitch: (work) => void switchWork.push(work),
    switchShop,
    refresh: async () => {
      const app = await api.app.get();
      if (state.phase !== 'open') return;
      // The line behind this cable is another one now: the first real value was entered, or the practice shop was closed.
      if (state.app && app.shop !== state.app.shop) switchShop(null);
      else change({ ...state, app });
    },
  };
}
