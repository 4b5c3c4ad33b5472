import type { GapView } from '../../shared/contract/connection.ts';
import { closedSince, isGap, isSameSleep, mayComeUntil } from '../../shared/domain/gap-rules.ts';
import type { GapCause, GapRow } from '../store/gaps.ts';
import type { Store } from '../store/open-store.ts';

export type KeepGapsOptions = {
  store: Pick<Store, 'gaps' | 'facts'>;
  /** A gap is over. */
  onGap: (cause: GapCause, beganAt: number) => void;
  pace: number;
  now: () => number;
};

const MONTH_MS = 30 * 24 * 60 * 60_000;

/** Writes down the times in which nothing could arrive: while the program was closed, while the computer slept, while the way was cut off. */
export function keepGaps({ store, onGap, pace, now }: KeepGapsOptions) {
  /** A cut that lasts; of before the start too, where the program was closed in the middle of one. */
  let open = store.gaps.newest()?.ended_at === null ? (store.gaps.newest()?.id ?? null) : null;
  let cutSince: number | null = null;

  const view = (row: GapRow): GapView => ({
    id: row.id,
    cause: row.cause,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    seenAt: row.seen_at,
    ...store.gaps.caught(row),
    mayComeUntil: mayComeUntil({ beganAt: row.began_at, endedAt: row.ended_at }, now()),
  });
  const recent = () => store.gaps.since(now() - MONTH_MS);

  function add(cause: GapCause, beganAt: number, endedAt: number): void {
    if (open !== null || !isGap(beganAt, endedAt, pace)) return;
    store.gaps.add(cause, beganAt, endedAt);
    onGap(cause, beganAt);
  }

  return {
    /** The program begins. `aliveAt`: when it last ran, `reachableAt`: when the way last stood; null: never. Of what never stood nothing can be missed. */
    began(aliveAt: number | null, reachableAt: number | null): void {
      if (aliveAt !== null && reachableAt !== null) add('closed', closedSince(aliveAt, reachableAt, pace), now());
    },
    /** The same sleep may be told twice: by the clock, and by the system, which knows its beginning. */
    slept(from: number, to: number): void {
      const last = store.gaps.newest();
      if (last?.cause === 'asleep' && isSameSleep({ beganAt: last.began_at, endedAt: last.ended_at }, from)) store.gaps.widen(last.id, from, to);
      else add('asleep', from, to);
    },
    /** Whether the way stands. `since`: until when it last did. */
    stands(reachable: boolean, since: number): void {
      const at = now();
      if (reachable) {
        cutSince = null;
        if (open === null) return;
        store.gaps.end(open, at);
        const ended = store.gaps.newest();
        open = null;
        if (ended) onGap(ended.cause, ended.began_at);
        return;
      }
      cutSince ??= since;
      if (open === null && isGap(cutSince, at, pace)) open = store.gaps.add('cut-off', cutSince, null);
    },
    /** The newest that nobody has seen the report of; one that lasts is told by the light. */
    unseen(): GapView | null {
      const row = recent().find(({ seen_at, ended_at }) => seen_at === null && ended_at !== null);
      return row ? view(row) : null;
    },
    list: (): GapView[] => recent().map(view),
    /** One report stands for those before it as well. */
    seen(id: number): void {
      const rows = recent();
      const asked = rows.find((row) => row.id === id);
      if (asked) for (const row of rows) if (row.seen_at === null && row.ended_at !== null && row.began_at <= asked.began_at) store.gaps.seen(row.id, now());
    },
    /** When the newest gap ended; null: none did. */
    lastEnd: (): number | null => recent().find(({ ended_at }) => ended_at !== null)?.ended_at ?? null,
  };
}
