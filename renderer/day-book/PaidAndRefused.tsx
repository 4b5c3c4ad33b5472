import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { DayBookView } from '../../shared/contract/day-book.ts';
import { OrderStateMark } from '../orders/OrderStateMark.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Section } from '../ui/Section.tsx';
import { paymentWords } from '../ui/payment-words.ts';
import styles from './DayTable.module.css';
import view from './DayBookView.module.css';

/** How it was paid, and what was declined or cancelled and why. */
export function PaidAndRefused({ book }: { book: DayBookView }) {
  return (
    <div className={view['stack']}>
      <Paid paid={book.paid} />
      <Refused refused={book.refused} />
    </div>
  );
}

function Paid({ paid }: { paid: DayBookView['paid'] }) {
  const { i18n } = useLingui();
  const { number, money } = useFormats();
  return (
    <Section title={<Trans>Paid</Trans>}>
      {paid.length === 0 ? (
        <p className={styles['none']}>
          <Trans>Nothing to be paid.</Trans>
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Method</Trans>
              </th>
              <th scope="col">
                <Trans>Orders</Trans>
              </th>
              <th scope="col">
                <Trans>Turnover</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {paid.map(({ method, orders, totals }) => (
              <tr key={method ?? ''}>
                <th scope="row">{i18n._(paymentWords(method))}</th>
                <td>{number(orders)}</td>
                <td className={styles['strong']}>{totals.length === 0 ? '–' : totals.map((sum) => <span key={sum.currency}>{money(sum)}</span>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Refused({ refused }: { refused: DayBookView['refused'] }) {
  const { number } = useFormats();
  return (
    <Section title={<Trans>Declined and cancelled</Trans>}>
      {refused.length === 0 ? (
        <p className={styles['none']}>
          <Trans>None.</Trans>
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Reason</Trans>
              </th>
              <th scope="col">
                <Trans>Orders</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ state, reason, orders }) => (
              <tr key={`${state} ${reason ?? ''}`}>
                <th scope="row">
                  <OrderStateMark state={state} />
                  <span className={styles['more']} dir="auto">
                    {reason ?? <Trans>No reason given</Trans>}
                  </span>
                </th>
                <td className={styles['strong']}>{number(orders)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
