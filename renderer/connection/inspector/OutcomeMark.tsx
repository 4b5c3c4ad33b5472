import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { CircleAlert, CircleCheck, CircleHelp, CircleMinus, Eraser, ShieldX, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { InspectedCall, InspectedRefusal, InspectedWebhook } from '../../../shared/contract/inspector.ts';
import styles from './OutcomeMark.module.css';

export type Outcome = InspectedWebhook['outcome'] | InspectedCall['outcome'] | InspectedRefusal['why'];
type Look = { icon: LucideIcon; tone: 'good' | 'warn' | 'bad' | 'none'; words: MessageDescriptor };

const LOOKS: Readonly<Record<Outcome, Look>> = {
  applied: { icon: CircleCheck, tone: 'good', words: msg`Understood` },
  partly: { icon: TriangleAlert, tone: 'warn', words: msg`Understood in part` },
  unread: { icon: CircleAlert, tone: 'bad', words: msg`Not understood` },
  redacted: { icon: Eraser, tone: 'none', words: msg`A person was erased from it` },
  ok: { icon: CircleCheck, tone: 'good', words: msg`Done` },
  refused: { icon: CircleAlert, tone: 'bad', words: msg`Refused` },
  'not-sent': { icon: CircleMinus, tone: 'warn', words: msg`Not sent` },
  unknown: { icon: CircleHelp, tone: 'warn', words: msg`No answer` },
  missing: { icon: ShieldX, tone: 'bad', words: msg`No signature` },
  malformed: { icon: ShieldX, tone: 'bad', words: msg`A signature that is none` },
  mismatch: { icon: ShieldX, tone: 'bad', words: msg`Signed with another secret` },
};

/** How it ended: by colour, shape and word. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { i18n } = useLingui();
  const { icon: Icon, tone, words } = LOOKS[outcome];
  return (
    <span className={styles['mark']} data-tone={tone}>
      <Icon size={16} strokeWidth={2.2} aria-hidden="true" />
      {i18n._(words)}
    </span>
  );
}
