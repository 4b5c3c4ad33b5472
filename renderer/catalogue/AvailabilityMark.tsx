import { useLingui } from '@lingui/react';
import { availabilityLook, HIDDEN_LOOK, isHidden } from './availability-look.ts';
import type { AvailabilityLook } from './availability-look.ts';
import styles from './AvailabilityMark.module.css';

type Props = { availability: string | null; visibility?: string | null };

/** Whether an article can be bought, and whether customers see it: colour, shape and word. */
export function AvailabilityMark({ availability, visibility = null }: Props) {
  return (
    <span className={styles['marks']}>
      <Mark look={availabilityLook(availability)} />
      {isHidden(visibility) ? <Mark look={HIDDEN_LOOK} /> : null}
    </span>
  );
}

function Mark({ look: { icon: Icon, words, tone } }: { look: AvailabilityLook }) {
  const { i18n } = useLingui();
  return (
    <span className={styles['mark']} data-tone={tone}>
      <Icon size={15} strokeWidth={2.3} aria-hidden="true" />
      {typeof words === 'string' ? words : i18n._(words)}
    </span>
  );
}
