import type { TunnelView } from '../../../shared/contract/connection.ts';

/** A way from the internet to the webhook server. States are told, never thrown: `failed` needs a person, `down` tries again by itself. */
export type Tunnel = {
  /** Begins to lead to `http://host:port`; resolves at once, the state tells the rest. */
  start(target: { host: string; port: number }): void;
  stop(): Promise<void>;
  /** The computer slept: what waits tries at once, and what stood has to show that it still does. Left out where nothing runs here. */
  woke?(): void;
  readonly state: TunnelView;
  /** Called at every change of state. Returns the end of it. */
  subscribe(listener: (state: TunnelView) => void): () => void;
};
