import type { LinkEvent } from '../../../shared/domain/link-proof.ts';

export type Given = { token: string | null; secret: string | null; appId: string; wabaId: string; phoneNumberId: string; graph: string };

/** Compares what Meta is asked with before and after a change of settings. */
export function noticeChanges(given: () => Given, tell: (event: LinkEvent) => void) {
  let before = given();
  return (): { anything: boolean; secret: boolean } => {
    const last = before;
    before = given();
    const secret = before.secret !== last.secret;
    if (before.token !== last.token && last.token !== null) tell('token-changed');
    if (secret && last.secret !== null) tell('secret-changed');
    return { anything: JSON.stringify(before) !== JSON.stringify(last), secret };
  };
}
