import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { ORDER_STATES, PAYMENT_METHODS } from '../../shared/domain/order.ts';
import type { OrderEventView, OrderView } from '../../shared/contract/orders.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { REASONS } from '../../shared/domain/reason.ts';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { paymentWords } from '../ui/payment-words.ts';
import { useSayReason } from '../ui/use-say-reason.ts';
import { orderNumber } from './order-number.ts';
import { orderStateLook } from './order-state-words.ts';

type Props = { event: OrderEventView; order: OrderView };

/** What an entry of an order's history says. */
export function EventWords({ event, order }: Props) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const say = useSayReason();
  const { detail } = event;
  const text = (name: string) => String(detail[name] ?? '');
  const state = (name: string) => ORDER_STATES.find((one) => one === name);
  const stateName = (name: string) => {
    const known = state(name);
    return known ? i18n._(orderStateLook(known).words) : name;
  };
  const why = (name: unknown) => (REASONS.includes(name as Reason) ? say(name as Reason).title : null);
  const step = stateName(text('step'));
  switch (event.what) {
    case 'state':
      return stateName(event.to);
    case 'undone':
      return <Trans>Undone: back to {stateName(event.to)}</Trans>;
    case 'made':
      return <Trans>Made by hand</Trans>;
    case 'promised':
      return typeof detail['at'] === 'number' ? <Trans>Promised for {formats.moment(detail['at'], event.at)}</Trans> : <Trans>Promised time taken away</Trans>;
    case 'paid': {
      const method = PAYMENT_METHODS.find((one) => one === detail['method']);
      return method ? <Trans>Paid: {i18n._(paymentWords(method))}</Trans> : <Trans>Paid</Trans>;
    }
    case 'unpaid':
      return <Trans>Marked as not paid</Trans>;
    case 'fulfilment': {
      const kind = detail['kind'] === 'delivery' ? t`Delivery` : detail['kind'] === 'pickup' ? t`Pick-up` : t`Pick-up or delivery: open`;
      return (
        <>
          {kind}
          {detail['address'] ? (
            <>
              {': '}
              <bdi>{text('address')}</bdi>
            </>
          ) : null}
        </>
      );
    }
    case 'asked':
      return detail['what'] === 'address' ? (
        <Trans>Asked for the address</Trans>
      ) : detail['what'] === 'revision' ? (
        <Trans>Asked about the change</Trans>
      ) : (
        <Trans>Asked: pick-up or delivery</Trans>
      );
    case 'extra-added':
      return (
        <Trans>
          Added: <bdi>{text('label')}</bdi> {amountOf(detail, formats.money)}
        </Trans>
      );
    case 'extra-removed':
      return (
        <Trans>
          Removed: <bdi>{text('label')}</bdi> {amountOf(detail, formats.money)}
        </Trans>
      );
    case 'revision-proposed':
      return <Trans>Change proposed</Trans>;
    case 'revision-accepted':
      return <Trans>Change accepted</Trans>;
    case 'revision-declined':
      return <Trans>Change declined</Trans>;
    case 'revision-applied':
      return <Trans>Changed without asking</Trans>;
    case 'revision-withdrawn':
      return <Trans>Proposed change withdrawn</Trans>;
    case 'merged':
      return (
        <Trans>
          <Link href={`/orders/${text('from')}`}>Another order</Link> was taken into this one
        </Trans>
      );
    case 'merged-into':
      return (
        <Trans>
          Taken into <Link href={`/orders/${text('into')}`}>{order.mergedInto ? orderNumber(order.mergedInto.number, i18n) : t`another order`}</Link>
        </Trans>
      );
    case 'kept':
      return (
        <Trans>
          Kept beside <Link href={`/orders/${text('other')}`}>another order</Link>
        </Trans>
      );
    case 'told':
      return <Trans>Told the customer: {step}</Trans>;
    case 'not-told': {
      const reason = why(detail['reason']);
      return reason === null ? (
        <Trans>Customer not told: {step}</Trans>
      ) : (
        <Trans>
          Customer not told: {step}. {reason}
        </Trans>
      );
    }
    case 'taken-back':
      return <Trans>Message taken back before it went: {step}</Trans>;
    case 'printed':
      return <Trans>Ticket printed</Trans>;
    case 'print-failed': {
      const reason = why(detail['reason']);
      return reason === null ? <Trans>Ticket not printed</Trans> : <Trans>Ticket not printed: {reason}</Trans>;
    }
  }
}

/** The amount of an extra, kept as decimal text of its minor units. */
function amountOf(detail: OrderEventView['detail'], money: (amount: { minor: bigint; currency: string }) => string): string {
  const { minor, currency, kind } = detail;
  if (typeof currency !== 'string' || !/^-?\d+$/.test(String(minor))) return '';
  const amount = BigInt(String(minor));
  return money({ minor: kind === 'discount' ? -amount : amount, currency });
}
