import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import styles from './ChatFilters.module.css';

type Counts = Record<Exclude<ChatFilter, 'all'>, number>;
type Props = { filter: ChatFilter; counts: Counts; onChoose: (filter: ChatFilter) => void };

const WORDS: Record<ChatFilter, MessageDescriptor> = {
  all: msg`All`,
  unread: msg`Unread`,
  unanswered: msg`Waiting`,
  questions: msg`Questions`,
  closing: msg`Closing`,
  'with-order': msg`With order`,
  failed: msg`Not sent`,
};

/** Which chats are shown. What there is none of stands only where it has been chosen. */
export function ChatFilters({ filter, counts, onChoose }: Props) {
  const { i18n, t } = useLingui();
  const shown = (Object.keys(WORDS) as ChatFilter[]).filter(
    (one) => one === 'all' || one === 'unread' || one === 'unanswered' || one === filter || counts[one] > 0,
  );
  return (
    <RadioGroup
      className={styles['filters'] ?? ''}
      aria-label={t`Which chats`}
      orientation="horizontal"
      value={filter}
      onChange={(chosen) => onChoose(chosen as ChatFilter)}
    >
      {shown.map((one) => (
        <Radio key={one} value={one} className={styles['filter'] ?? ''} data-urgent={one === 'closing' || one === 'failed' ? '' : undefined}>
          {i18n._(WORDS[one])}
          {one === 'all' || counts[one] === 0 ? null : <b className={styles['count']}>{counts[one]}</b>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
