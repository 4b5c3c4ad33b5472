import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeft, MessageSquare } from 'lucide-react';
import { Link } from 'wouter';
import type { OrderView } from '../../shared/contract/orders.ts';
import { WindowClock } from '../chats/WindowClock.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { customerName } from '../ui/customer-name.ts';
import { orderNumber } from './order-number.ts';
import { OrderMarks } from './OrderMarks.tsx';
import { OrderStateMark } from './OrderStateMark.tsx';
import styles from './OrderHead.module.css';

type Props = { order: OrderView; isChatting: boolean; onChat: () => void };

/** Number and customer, where the order stands, and the way to the chat. */
export function OrderHead({ order, isChatting, onChat }: Props) {
  const { i18n, t } = useLingui();
  return (
    <header className={styles['head']}>
      <Link href="/orders" className={buttonClass({ look: 'quiet', size: 'icon' }, styles['back'])} aria-label={t`Back to all orders`}>
        <ArrowLeft size={20} aria-hidden="true" />
      </Link>
      <h2 className={styles['title']}>
        <span className={styles['number']}>{orderNumber(order.number, i18n)}</span>
        <span className={styles['who']}>
          <span className={styles['name']}>
            <Link href={`/customers/${order.customer.id}`} className={styles['link']}>
              <bdi>{customerName(order.customer, i18n)}</bdi>
            </Link>
          </span>
          {order.customer.phone !== null && order.customer.phone !== order.customer.name ? (
            <span className={styles['phone']} dir="ltr">
              {order.customer.phone}
            </span>
          ) : null}
        </span>
      </h2>
      <Button data-chat-toggle="" className={styles['chat']} aria-pressed={isChatting} onPress={onChat}>
        <MessageSquare size={18} aria-hidden="true" />
        <Trans>Chat</Trans>
      </Button>
      <div className={styles['marks']}>
        <OrderStateMark state={order.state} />
        {order.conversationId === null || order.rehearsal ? null : <WindowClock window={order.window} isWaiting={order.unansweredSince !== null} />}
        <OrderMarks order={order} />
      </div>
    </header>
  );
}
