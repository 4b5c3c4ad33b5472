import type { SoundCheckView } from '../shared/contract/bell.ts';
import type { Refused } from '../shared/domain/reason.ts';
import { server } from './server.ts';

/** The bell's part of the contract: the sound check and the rehearsal. */
export function bellHandlers() {
  const os = server.bell;
  const view = (): SoundCheckView => ({
    askedAt: null,
    answer: null,
    due: false,
    system: { state: 'unknown', volume: null, output: null, readAt: null },
    trouble: null,
  });
  return {
    get: os.get.handler(view),
    check: os.check.handler(view),
    answer: os.answer.handler(view),
    rehearse: os.rehearse.handler((): Refused => ({ ok: false, reason: 'not-possible-here' })),
  };
}
