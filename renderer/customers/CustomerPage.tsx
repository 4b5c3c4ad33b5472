import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, MessageSquare, UserRoundX } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { buttonClass } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateScreen } from '../ui/StateScreen.tsx';
import { useCustomerOptions } from './customer-query.ts';
import { CustomerBody } from './CustomerBody.tsx';
import styles from './customer.module.css';

/** A customer on a page of their own: where there is no room beside the chat, and for who never wrote. */
export function CustomerPage({ customerId }: { customerId: number }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const query = useQuery(useCustomerOptions(customerId));
  if (query.isPending) return <Skeleton rows={5} height={72} />;
  if (query.isError) return <Failed onRetry={query.refetch} />;
  const view = query.data;
  const chats = (
    <Link href="/chats" className={buttonClass({ look: 'go' })}>
      <Trans>Back to the chats</Trans>
    </Link>
  );
  if (!view) return <StateScreen icon={UserRoundX} title={<Trans>There is no such customer</Trans>} actions={chats} />;
  const [chat] = view.conversations;
  return (
    <SectionPage>
      <article className={styles['page']} aria-label={t`Customer`}>
        <nav className={styles['ways']}>
          <Link href={chat ? `/chats/${chat.id}` : '/chats'} className={buttonClass({ look: 'quiet' })}>
            <ArrowLeft size={18} aria-hidden="true" />
            {chat ? <Trans>Back to the chat</Trans> : <Trans>Back to the chats</Trans>}
          </Link>
          {view.conversations.slice(1).map((other) => (
            <Link key={other.id} href={`/chats/${other.id}`} className={buttonClass({ look: 'quiet' })}>
              <MessageSquare size={18} aria-hidden="true" />
              <Trans>Chat with another number of yours</Trans>
            </Link>
          ))}
        </nav>
        <CustomerBody view={view} onErased={() => navigate('/chats')} />
      </article>
    </SectionPage>
  );
}
