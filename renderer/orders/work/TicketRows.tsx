import { useLingui } from '@lingui/react/macro';
import type { TicketView } from '../../../shared/contract/printing.ts';
import { scrollsByKey } from '../../ui/scrolls-by-key.ts';
import styles from './ticket.module.css';

/** The rows of a ticket on paper of its width. */
export function TicketRows({ ticket }: { ticket: TicketView }) {
  const { t } = useLingui();
  return (
    <section className={styles['desk']} aria-label={t`Ticket`} {...scrollsByKey}>
      <div className={styles['paper']} style={{ inlineSize: `${ticket.columns}ch` }} lang={ticket.language}>
        {ticket.rows.map((row, index) => {
          const key = `${index} ${row.kind}`;
          switch (row.kind) {
            case 'text':
              return (
                <p key={key} data-bold={row.bold || undefined} data-size={row.size} data-align={row.align} dir="auto">
                  {row.text}
                </p>
              );
            case 'pair':
              return (
                <p key={key} className={styles['pair']} data-bold={row.bold || undefined} data-size={row.size}>
                  <span dir="auto">{row.start}</span>
                  <span>{row.end}</span>
                </p>
              );
            case 'rule':
              return <hr key={key} />;
            case 'space':
              return <p key={key}>&nbsp;</p>;
            case 'qr':
              return (
                <p key={key} data-align="center">
                  {t`QR code: ${row.text}`}
                </p>
              );
          }
        })}
      </div>
    </section>
  );
}
