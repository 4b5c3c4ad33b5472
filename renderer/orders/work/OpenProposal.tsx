import { Trans } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { OrderRevisionView, OrderView } from '../../../shared/contract/orders.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { ChangeTrouble } from './ChangeTrouble.tsx';
import { ChangedLines } from './ChangedLines.tsx';
import { useOrderChange } from './use-order-change.ts';
import styles from './work.module.css';

/** A change that waits for the customer's answer: what it is, and how to end it without one. */
export function OpenProposal({ order, revision }: { order: OrderView; revision: OrderRevisionView }) {
  const formats = useFormats();
  const change = useOrderChange(order.id);
  const settle = (how: 'apply' | 'withdraw') => change.run((orders) => orders.settleRevision({ orderId: order.id, revisionId: revision.id, how }));
  return (
    <Notice
      tone="info"
      title={
        <Trans>
          Asked <TimeAgo at={revision.madeAt} />, no answer yet
        </Trans>
      }
    >
      <ChangedLines order={order} revision={revision} />
      {revision.totals.length === 0 ? null : (
        <p>
          <Trans>New total: {formats.list(revision.totals.map((total) => formats.money(total)))}</Trans>
        </p>
      )}
      <p>
        <Trans>The customer's answer changes the order by itself.</Trans>
      </p>
      <div className={styles['buttons']} style={{ marginBlockStart: 8 }}>
        {order.conversationId === null ? null : (
          <Link href={`/chats/${order.conversationId}`} className={buttonClass({ size: 'small' })}>
            <Trans>See it in the chat</Trans>
          </Link>
        )}
        <Button size="small" isDisabled={change.isBusy} onPress={() => settle('apply')}>
          <Trans>The customer said yes</Trans>
        </Button>
        <Button size="small" isDisabled={change.isBusy} onPress={() => settle('withdraw')}>
          <Trans>Withdraw</Trans>
        </Button>
      </div>
      <ChangeTrouble trouble={change.trouble} />
    </Notice>
  );
}
