import { onTestFinished } from 'vitest';
import type { TunnelView } from '../../../shared/contract/connection.ts';
import type { Tunnel } from '../../../electron/inbound/tunnel/tunnel.ts';

/** Starts a tunnel, keeps what it tells, and stops it when the test ends. */
export function watchTunnel(tunnel: Tunnel, port = 8787) {
  const told: TunnelView[] = [];
  tunnel.subscribe((state) => told.push(state));
  onTestFinished(() => tunnel.stop());
  tunnel.start({ host: '127.0.0.1', port });
  return { told, states: () => told.map(({ state }) => state) };
}

/** Whether a process runs. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
