import { execFileSync } from 'node:child_process';

type Shown = { summary: string; body: string };

function dunstctl(...args: string[]): string {
  return execFileSync('dunstctl', args, { encoding: 'utf8' });
}

/** How many notifications the desktop shows now. */
export function displayed(): number {
  return Number(dunstctl('count', 'displayed'));
}

/** Clicks the newest notification. */
export function clickNewest(): void {
  dunstctl('action', '0');
}

/** Closes all that are shown and tells, newest first, what they said: dunst tells it of closed ones alone. */
export function closeAndRead(): Shown[] {
  dunstctl('close-all');
  const { data } = JSON.parse(dunstctl('history')) as { data: Record<string, { data: string }>[][] };
  return (data[0] ?? []).map((one) => ({ summary: one['summary']?.data ?? '', body: one['body']?.data ?? '' }));
}
