import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/Notice.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import type { OrderActions } from './use-order-actions.ts';
import type { PrintTicket } from './use-print-ticket.ts';
import styles from './StepTrouble.module.css';

type Props = { actions: OrderActions; ticket: PrintTicket; look: 'line' | 'notice' };

/** Why the last step, its undoing or the print did not work; that a ticket is on its way; nothing where all is well. */
export function StepTrouble({ actions, ticket, look }: Props) {
  const say = useSayReason();
  const all = [actions.step, actions.undo, actions.promise];
  const refused = all.map((one) => (one.data?.ok === false ? one.data.reason : null)).find((one) => one !== null);
  const trouble = refused ?? (all.some((one) => one.isError) ? 'failed' : ticket.trouble);
  if (trouble === null) {
    return ticket.isSent ? (
      <output className={styles['good']}>
        <Trans>The ticket goes to the printer.</Trans>
      </output>
    ) : null;
  }
  const refusal = trouble === 'failed' ? null : say(trouble);
  const title = refusal ? refusal.title : <Trans>This did not work. Try again.</Trans>;
  return look === 'line' ? (
    <p role="alert" className={styles['bad']}>
      {title}
    </p>
  ) : (
    <Notice tone="warn" isLive title={title}>
      {refusal?.todo}
    </Notice>
  );
}
