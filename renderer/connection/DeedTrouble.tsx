import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { LinkDeeds } from './use-link-deeds.ts';

/** Why registering was refused, or that nothing answered; nothing where all went well. */
export function DeedTrouble({ deeds }: { deeds: LinkDeeds }) {
  const say = useSayReason();
  const refused = deeds.register.data?.ok === false ? say(deeds.register.data.reason) : null;
  const failed = deeds.register.isError || deeds.check.isError || deeds.restart.isError;
  if (!refused && !failed) return null;
  return (
    <Notice tone="bad" isLive title={refused ? refused.title : <Trans>Shopbell did not answer</Trans>}>
      {refused ? refused.todo : <Trans>Try it again in a moment.</Trans>}
    </Notice>
  );
}
