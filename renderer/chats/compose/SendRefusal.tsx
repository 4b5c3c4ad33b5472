import { Trans } from '@lingui/react/macro';
import type { Reason } from '../../../shared/domain/reason.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useSayReason } from '../../ui/use-say-reason.ts';

/** Why something was not sent, and what to do; nothing while all is well. */
export function SendRefusal({ refusal, failed }: { refusal: Reason | null; failed: boolean }) {
  const say = useSayReason();
  if (refusal !== null) {
    const words = say(refusal);
    return (
      <Notice tone="bad" isLive title={words.title}>
        {words.todo}
      </Notice>
    );
  }
  if (!failed) return null;
  return (
    <Notice tone="bad" isLive title={<Trans>Shopbell did not answer</Trans>}>
      <Trans>Your text is still here. Send it once more: it goes out only once.</Trans>
    </Notice>
  );
}
