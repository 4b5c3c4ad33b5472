import { Trans } from '@lingui/react/macro';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { Link } from 'wouter';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import { AutoAnswerRow } from './AutoAnswerRow.tsx';
import { sectionAddress } from './settings-sections.ts';
import styles from './tells.module.css';

/** What customers get by itself: while the shop is closed, and with the day's first message. */
export function AutoAnswerSettings({ settings }: { settings: SettingsView }) {
  const { openingHours, autoAnswers } = settings.values;
  const neverClosed = openingHours.every((spans) => spans.length === 0);
  return (
    <Section
      title={<Trans>Answers by themselves</Trans>}
      hint={<Trans>Each goes once per customer and day. They are marked in the chat, and a customer who got one still counts as waiting for you.</Trans>}
    >
      {autoAnswers.away.on && neverClosed ? (
        <Notice
          tone="warn"
          title={<Trans>The shop has no opening hours, so it is never closed</Trans>}
          actions={
            <Link href={sectionAddress('hours')}>
              <Trans>To the opening hours</Trans>
            </Link>
          }
        >
          <Trans>Enter them, and the away message goes outside of them.</Trans>
        </Notice>
      ) : null}
      <ul className={styles['steps']}>
        <AutoAnswerRow kind="away" settings={settings} />
        <AutoAnswerRow kind="greeting" settings={settings} />
      </ul>
    </Section>
  );
}
