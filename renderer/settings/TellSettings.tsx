import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { TELL_STEPS } from '../../shared/domain/tell.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import { Section } from '../ui/Section.tsx';
import { TellStepRow } from './TellStepRow.tsx';
import styles from './tells.module.css';

/** What customers are told by each step of an order. */
export function TellSettings({ settings }: { settings: SettingsView }) {
  const [open, setOpen] = useState<TellStep | null>(null);
  return (
    <Section
      title={<Trans>What customers are told</Trans>}
      hint={<Trans>A message goes ten seconds after the step, so that it can be taken back. Nothing is sent twice for one step.</Trans>}
    >
      <ul className={styles['steps']}>
        {TELL_STEPS.map((step) => (
          <TellStepRow key={step} step={step} settings={settings} isOpen={open === step} onOpen={() => setOpen(open === step ? null : step)} />
        ))}
      </ul>
    </Section>
  );
}
