import { SERVICE_WINDOW_MARGIN_MS } from '../../shared/domain/service-window.ts';
import type { ServiceWindow } from '../../shared/domain/service-window.ts';

/** The window as it is now: what was open when it was asked may have closed on the screen since. */
export function windowNow(window: ServiceWindow, now: number): ServiceWindow {
  if (window.state !== 'open' || now < window.endsAt - SERVICE_WINDOW_MARGIN_MS) return window;
  return { state: 'closed', endedAt: window.endsAt };
}
