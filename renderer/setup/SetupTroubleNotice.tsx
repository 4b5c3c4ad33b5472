import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { SetupTrouble } from './use-setup.ts';

/** Why a step did not succeed, with Meta's own words where it gave any. */
export function SetupTroubleNotice({ trouble }: { trouble: SetupTrouble }) {
  const say = useSayReason();
  if (trouble === null) return null;
  if (trouble === 'failed') {
    return (
      <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
        <Trans>Try it again in a moment.</Trans>
      </Notice>
    );
  }
  const { reason, details } = trouble;
  const { title, todo } = say(reason);
  return (
    <Notice tone="bad" isLive title={title}>
      {reason === 'permission-missing' ? <Trans>Make a new token at Meta and tick what is missing.</Trans> : todo}
      {details === null ? null : (
        <p dir="auto">
          {reason === 'permission-missing' ? (
            <Trans>Missing: {details}</Trans>
          ) : reason === 'not-possible-here' ? (
            <Trans>The environment holds it: {details}</Trans>
          ) : (
            <Trans>Meta says: {details}</Trans>
          )}
        </p>
      )}
    </Notice>
  );
}
