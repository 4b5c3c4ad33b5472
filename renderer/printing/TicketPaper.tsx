import { useLingui } from '@lingui/react/macro';
import type { TicketRow, TicketView } from '../../shared/contract/printing.ts';
import { qrModules } from '../../shared/domain/qr-code.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './TicketPaper.module.css';

/** A ticket as it comes out of the printer: black on white, whatever the theme. */
export function TicketPaper({ ticket, label }: { ticket: TicketView; label?: string }) {
  const { t } = useLingui();
  return (
    <figure
      className={styles['paper']}
      aria-label={label ?? t`Ticket as it is printed`}
      lang={ticket.language}
      style={{ inlineSize: `calc(${ticket.columns}ch + 26px)` }}
    >
      {ticket.rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no names of their own, and are never moved
        <Row key={index} row={row} />
      ))}
    </figure>
  );
}

function Row({ row }: { row: TicketRow }) {
  switch (row.kind) {
    case 'text':
      return (
        <p className={classNames(styles['text'], row.align === 'center' && styles['center'], look(row))} dir="auto">
          {row.text}
        </p>
      );
    case 'pair':
      return (
        <p className={classNames(styles['pair'], look(row))}>
          <span dir="auto">{row.start}</span>
          <span className={styles['end']}>{row.end}</span>
        </p>
      );
    case 'rule':
      return <hr className={styles['rule']} />;
    case 'space':
      return <div className={styles['space']} />;
    case 'qr':
      return <Qr text={row.text} />;
  }
}

function look({ bold, size }: { bold: boolean; size: 1 | 2 }): string {
  return classNames(bold && styles['bold'], size === 2 && styles['big']);
}

function Qr({ text }: { text: string }) {
  const modules = qrModules(text);
  if (!modules) return <p className={classNames(styles['text'], styles['center'])}>{text}</p>;
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles['qr']} aria-hidden="true" viewBox={`0 0 ${modules.length} ${modules.length}`} shapeRendering="crispEdges">
      <path d={dark.join('')} />
    </svg>
  );
}
