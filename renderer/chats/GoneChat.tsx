import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { SearchX, Trash2, Users } from 'lucide-react';
import { Link } from 'wouter';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';

/** In place of a chat that is no more: what became of it, and the way on. */
export function GoneChat({ conversationId }: { conversationId: number }) {
  const api = useApi();
  // Under the chat's own key: what tells the page that it went makes this old too.
  const query = useQuery({ queryKey: [...queryKeys.conversation(conversationId), 'gone'], queryFn: () => api.chats.gone({ conversationId }) });
  if (query.isPending) return <Skeleton rows={3} height={64} />;
  if (query.isError) return <Failed onRetry={query.refetch} />;
  const gone = query.data;
  const all = (look: 'go' | 'quiet') => (
    <Link href="/chats" className={buttonClass({ look })}>
      <Trans>Back to all chats</Trans>
    </Link>
  );
  if (gone === null) return <StateScreen icon={SearchX} title={<Trans>There is no such chat</Trans>} actions={all('go')} />;
  if (gone === 'erased') {
    return (
      <StateScreen icon={Trash2} title={<Trans>This chat was erased</Trans>} actions={all('go')}>
        <Trans>All data of this customer was erased. Their orders stay as figures without a name. If they write again, they are a new customer.</Trans>
      </StateScreen>
    );
  }
  return (
    <StateScreen
      icon={Users}
      title={<Trans>This chat stands in another one now</Trans>}
      actions={
        <>
          <Link href={`/chats/${gone.became}`} className={buttonClass({ look: 'go' })}>
            <Trans>Open the chat</Trans>
          </Link>
          {all('quiet')}
        </>
      }
    >
      <Trans>WhatsApp told that two customers are the same person. Messages, orders and notes of both are kept together.</Trans>
    </StateScreen>
  );
}
