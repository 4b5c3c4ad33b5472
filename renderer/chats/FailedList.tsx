import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { Link } from 'wouter';
import type { MessageView } from '../../shared/contract/messages.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import { Failed } from '../ui/Failed.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useNow } from '../ui/use-now.ts';
import { LastMessage } from './LastMessage.tsx';
import { SendTrouble } from './SendTrouble.tsx';
import styles from './FailedList.module.css';

/** All messages of ours that failed or are in doubt: why, and what to do with each. */
export function FailedList() {
  const { i18n } = useLingui();
  const api = useApi();
  const formats = useFormats();
  const now = useNow(60_000);
  // Under the lists' key, so that whatever makes those old makes this old too.
  const query = useQuery({ queryKey: [...queryKeys.conversations, 'not-sent'], queryFn: () => api.chats.failed() });
  if (query.isPending) return <Skeleton rows={4} height={80} />;
  if (query.isError) return <Failed onRetry={query.refetch} />;
  const { failed, more } = query.data;
  if (failed.length === 0) return <StateScreen icon={CircleCheck} title={<Trans>Nothing failed</Trans>} />;
  return (
    <>
      <ul className={styles['list']}>
        {failed.map(({ conversationId, customer, message }) => (
          <li key={message.id} className={styles['item']}>
            <p className={styles['head']}>
              <strong dir="auto">{customerName(customer, i18n)}</strong>
              <time dateTime={new Date(message.sentAt).toISOString()}>{formats.moment(message.sentAt, now)}</time>
            </p>
            <div className={styles['words']}>
              <LastMessage message={message} />
            </div>
            <SendTrouble message={message} />
            <Deeds conversationId={conversationId} message={message} />
          </li>
        ))}
      </ul>
      {more ? (
        <p>
          <Trans>There are more; these are the newest.</Trans>
        </p>
      ) : null}
    </>
  );
}

function Deeds({ conversationId, message }: { conversationId: number; message: MessageView }) {
  const api = useApi();
  const offline = useOffline();
  const aside = useMutation({ mutationFn: () => api.chats.dismiss({ messageId: message.id }) });
  return (
    <div className={styles['deeds']}>
      <Link href={`/chats/${conversationId}/${message.id}`} className={buttonClass({ size: 'small' })}>
        <Trans>Go to the chat</Trans>
      </Link>
      <Button size="small" isDisabled={offline || aside.isPending} onPress={() => aside.mutate()}>
        <Trans>Put aside</Trans>
      </Button>
      {aside.isError || aside.data?.ok === false ? (
        <span role="alert">
          <Trans>This did not work. Try again.</Trans>
        </span>
      ) : null}
    </div>
  );
}
