import { explainFailure, type Explained } from '../../graph/explain-failure.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import { registerNumber } from '../../graph/register-number.ts';

/** Wrong digits, too many tries of them, and too fast ones. */
const PIN_CODES: ReadonlySet<number> = new Set([133005, 133008, 133009]);
/** The account is locked, or the digits are wrong: its text says which. */
const LOCKED_OR_PIN = 131031;

/** Registers the number for the Cloud API. Refused with `bad-pin` where the six digits are not its own, with Meta's words in `details`. */
export async function registerAtCloud(access: GraphAccess, phoneNumberId: string, pin: string): Promise<{ ok: true } | Explained> {
  const done = await registerNumber(access, phoneNumberId, pin);
  if (done.ok) return done;
  const explained = explainFailure(done);
  const code = done.kind === 'refused' ? done.code : null;
  const wrong = code !== null && (PIN_CODES.has(code) || (code === LOCKED_OR_PIN && /\bpin\b|two.step/i.test(explained.details ?? '')));
  return wrong ? { ...explained, reason: 'bad-pin' } : explained;
}
