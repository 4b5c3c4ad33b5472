import type { InspectedCall } from '../../shared/contract/inspector.ts';
import type { Masker } from '../../shared/domain/mask-personal.ts';
import type { KeptCall } from './keep-calls.ts';
import { handOut, type MadeFile, stampOf } from './make-webhook-file.ts';

/** A call with what was asked and answered; `masker` null: with personal data, for whoever may see it. */
export function viewCall({ call, request, answer }: KeptCall, masker: Masker | null): { call: InspectedCall; request: string | null; answer: string | null } {
  if (masker === null) return { call, request, answer };
  const shown = (text: string | null) => (text === null ? null : masker.json(text));
  return { call: { ...call, path: masker.line(call.path) }, request: shown(request), answer: shown(answer) };
}

type Deps = { calls: readonly KeptCall[]; exports: Parameters<typeof handOut>[0]; masker: Masker; now: number };

/** Calls as a file of one JSON a line, the oldest first, personal data masked. */
export function makeCallFile({ calls, exports, masker, now }: Deps): Promise<MadeFile> {
  const parsed = (text: string | null): unknown => {
    if (text === null) return null;
    try {
      return masker.body(JSON.parse(text));
    } catch {
      return masker.json(text);
    }
  };
  const lines = calls.map(({ call, request, answer }) =>
    JSON.stringify({ ...call, at: new Date(call.at).toISOString(), path: masker.line(call.path), request: parsed(request), answer: parsed(answer) }),
  );
  return handOut(exports, `shopbell-calls-${stampOf(now)}.jsonl`, 'application/x-ndjson', async (write) => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await write(bytes, 0);
    return bytes.length;
  });
}
