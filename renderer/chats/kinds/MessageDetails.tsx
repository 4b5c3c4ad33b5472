import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MessageDetails as Details } from '../../../shared/contract/chats.ts';
import { useApi } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Fact, FactList } from '../../ui/FactList.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSayReason } from '../../ui/use-say-reason.ts';
import styles from './MessageDetails.module.css';

/** Everything known of a message: its ticks, its price, its trouble, and what arrived for it. */
export function MessageDetails({ messageId, onClose }: { messageId: number; onClose: () => void }) {
  const { t } = useLingui();
  const api = useApi();
  const query = useQuery({ queryKey: [...queryKeys.raw(messageId), 'details'], queryFn: () => api.chats.details({ messageId }), staleTime: 0 });
  return (
    <DialogFrame title={<Trans>Details of the message</Trans>} isOpen onClose={onClose} size="middle">
      {query.isPending ? (
        <Skeleton rows={4} height={28} />
      ) : query.isError ? (
        <Failed onRetry={query.refetch} />
      ) : query.data === null ? (
        <Trans>It is no longer kept.</Trans>
      ) : (
        <Known details={query.data} />
      )}
      <div className={styles['actions']}>
        {query.data ? (
          <CopyButton
            text={JSON.stringify(query.data, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}
            label={t`Copy all of it for whoever supports the shop`}
          />
        ) : null}
        <Button look="go" onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}

function Known({ details }: { details: Details }) {
  const { t } = useLingui();
  const formats = useFormats();
  const say = useSayReason();
  const now = useNow(60_000);
  const { message, wamid, pricing, arrivals } = details;
  const when = (at: number) => `${formats.day(at, now)}, ${formats.clockSeconds(at)}`;
  const ticks = [
    [message.direction === 'out' ? t`Written` : t`Sent by the customer`, message.sentAt],
    [t`Arrived here`, message.receivedAt],
    [t`Sent`, message.ticks.sent],
    [t`Delivered`, message.ticks.delivered],
    [t`Read`, message.ticks.read],
    [t`Played`, message.ticks.played],
    [t`Failed`, message.ticks.failed],
  ] as const;
  return (
    <>
      <FactList>
        {ticks.map(([name, at]) =>
          at === null ? null : (
            <Fact key={name} name={name}>
              {when(at)}
            </Fact>
          ),
        )}
        {pricing ? (
          <Fact name={t`Price`}>
            <PriceWords category={pricing.category} type={pricing.type} billable={pricing.billable} />
          </Fact>
        ) : null}
        {message.failure ? (
          <Fact name={t`Reason`}>
            {say(message.failure.reason).title}. {say(message.failure.reason).todo}
            {message.failure.code === null && message.failure.details === null ? null : (
              <small className={styles['meta']} dir="ltr">
                Meta: {message.failure.details?.includes(String(message.failure.code)) ? null : message.failure.code} {message.failure.details}
              </small>
            )}
          </Fact>
        ) : null}
        {wamid === null ? null : (
          <Fact name={t`WhatsApp's id`}>
            <span className={styles['id']}>{wamid}</span>
          </Fact>
        )}
      </FactList>
      {arrivals.map(({ at, what, raw }) => (
        <details key={`${at} ${what} ${raw}`}>
          <summary className={styles['summary']}>
            {what} · {when(at)}
          </summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
          <pre className={styles['raw']} tabIndex={0} dir="ltr">
            {raw}
          </pre>
        </details>
      ))}
    </>
  );
}

function PriceWords({ category, type, billable }: { category: string | null; type: string | null; billable: boolean | null }) {
  const { t } = useLingui();
  const names: Record<string, string> = {
    service: t`Service: an answer within 24 hours`,
    utility: t`Utility`,
    marketing: t`Marketing`,
    marketing_lite: t`Marketing`,
    authentication: t`One-time code`,
    referral_conversion: t`After an advertisement`,
  };
  const name = category === null ? t`Not named` : ((Object.hasOwn(names, category) ? names[category] : null) ?? category);
  const free = type?.startsWith('free') === true || billable === false;
  return (
    <>
      {name} ·{' '}
      {free ? (
        <Trans>free of charge</Trans>
      ) : billable === true || type === 'regular' ? (
        <Trans>charged by Meta</Trans>
      ) : (
        <Trans>Meta does not say whether it is charged</Trans>
      )}
    </>
  );
}
