import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { useConnectionOptions } from './connection-query.ts';
import type { LinkDeeds } from './use-link-deeds.ts';

/** Why registering was refused, with Meta's own words where it gave any, or that nothing answered; nothing where all went well. */
export function DeedTrouble({ deeds }: { deeds: LinkDeeds }) {
  const say = useSayReason();
  const proofs = useQuery(useConnectionOptions()).data?.proofs ?? [];
  const reason = deeds.register.data?.ok === false ? deeds.register.data.reason : null;
  const failed = deeds.register.isError || deeds.check.isError || deeds.restart.isError;
  if (reason === null && !failed) return null;
  const details = reason === 'verify-failed' ? (proofs.find((proof) => proof.reason === reason)?.details ?? null) : null;
  return (
    <Notice tone="bad" isLive title={reason === null ? <Trans>Shopbell did not answer</Trans> : say(reason).title}>
      {reason === null ? <Trans>Try it again in a moment.</Trans> : say(reason).todo}
      {details === null ? null : (
        <p dir="auto">
          <Trans>Meta says: {details}</Trans>
        </p>
      )}
    </Notice>
  );
}
