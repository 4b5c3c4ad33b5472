import type { InspectedCall } from '../../shared/contract/inspector.ts';
import { maskSecrets } from '../../shared/domain/mask-secrets.ts';
import type { CallRecord, GraphAccess } from '../graph/graph-call.ts';
import type { LineOptions } from './line-options.ts';

export type KeptCall = { call: InspectedCall; request: string | null; answer: string | null };

const KEPT = 300;
/** Characters: a longer body is not kept. */
const LONGEST_BODY = 200_000;
/** Characters of all bodies together; the oldest go first. */
const ALL_BODIES = 8_000_000;

/** The last 300 calls of the Graph API, in memory alone and without secrets. */
export function keepCalls({ secrets, now }: { secrets: () => readonly string[]; now: () => number }) {
  const kept: KeptCall[] = [];
  let lastId = 0;
  let characters = 0;

  function keep(record: CallRecord): void {
    const hide = (text: string) => maskSecrets(text, secrets());
    const bodyOf = (text: string | null) => (text === null || text.length > LONGEST_BODY ? null : hide(text));
    lastId += 1;
    const ms = Math.round(record.ms);
    const { method, status } = record;
    const one = {
      call: { id: lastId, at: now() - ms, method, path: hide(record.path), ms, status, ...outcomeOf(record.answer) },
      request: bodyOf(record.request),
      answer: bodyOf(record.response),
    };
    kept.push(one);
    characters += sizeOf(one);
    if (kept.length > KEPT) characters -= sizeOf(kept.shift());
    for (const old of kept) {
      if (characters <= ALL_BODIES) break;
      characters -= sizeOf(old);
      old.request = null;
      old.answer = null;
    }
  }

  return {
    /** The same access, whose calls are kept. */
    overhear: <T extends GraphAccess | null>(access: T): T => (access === null ? access : { ...access, onCall: keep }),
    /** The newest first. */
    list: (): InspectedCall[] => kept.map(({ call }) => call).toReversed(),
    /** With their bodies, the oldest first. */
    all: (): readonly KeptCall[] => kept,
    /** Null where it is not kept any more. */
    find: (id: number): KeptCall | null => kept.find(({ call }) => call.id === id) ?? null,
  };
}

/** Every secret of a line that a call could carry. */
export function lineSecrets({ secrets, access, app }: Pick<LineOptions, 'secrets' | 'access' | 'app'>): string[] {
  const { appSecrets, verifyToken, onpremSecret } = secrets();
  return [...appSecrets, verifyToken, onpremSecret, access()?.accessToken, app().secret].filter((secret) => typeof secret === 'string');
}

function outcomeOf(answer: CallRecord['answer']): Pick<InspectedCall, 'outcome' | 'code' | 'reason'> {
  if (answer.ok) return { outcome: 'ok', code: null, reason: null };
  if (answer.kind === 'refused') return { outcome: 'refused', code: answer.code, reason: answer.reason };
  return { outcome: answer.kind, code: null, reason: answer.kind === 'not-sent' ? 'unreachable' : 'lost-answer' };
}

function sizeOf(one: KeptCall | undefined): number {
  return (one?.request?.length ?? 0) + (one?.answer?.length ?? 0);
}
