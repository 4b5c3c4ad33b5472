import { useLingui } from '@lingui/react';
import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MessageStatus } from '../../shared/domain/message-status.ts';
import { statusWords } from './status-words.ts';
import styles from './StatusSign.module.css';

const SIGNS: Record<MessageStatus, LucideIcon> = {
  queued: Clock,
  sending: Clock,
  unknown: CircleHelp,
  accepted: Check,
  sent: Check,
  failed: CircleAlert,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
};

/** The clock and the ticks: one when WhatsApp took it, two when it arrived, two blue ones when it was read. */
export function StatusSign({ status }: { status: MessageStatus }) {
  const { i18n } = useLingui();
  const Sign = SIGNS[status];
  const words = i18n._(statusWords(status));
  return (
    <span className={styles['sign']} data-status={status} title={words}>
      <Sign size={16} strokeWidth={2.4} aria-hidden="true" />
      <span className="off-screen">{words}</span>
    </span>
  );
}
