import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { orderStateLook } from '../orders/order-state-words.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { TellTemplate } from './TellTemplate.tsx';
import { TellText } from './TellText.tsx';
import { useSaveTell } from './use-save-tell.ts';
import styles from './tells.module.css';

type Props = { step: TellStep; settings: SettingsView; isOpen: boolean; onOpen: () => void };

/** One step: whether it tells, and with which words. */
export function TellStepRow({ step, settings, isOpen, onOpen }: Props) {
  const { t, i18n } = useLingui();
  const offline = useOffline();
  const id = useId();
  const { tell, save, failed, isFixed } = useSaveTell(settings, step);
  const name = i18n._(orderStateLook(step).words);
  const hasOwn = Object.values(tell.texts).some((text) => text.trim() !== '');
  return (
    <li className={styles['step']}>
      <div className={styles['head']}>
        <Toggle isSelected={tell.on} isDisabled={offline || isFixed} onChange={(on) => save({ on })}>
          {name}
        </Toggle>
        <span className={styles['state']}>
          {hasOwn ? <Trans>in your own words</Trans> : <Trans>in the program's words</Trans>}
          {tell.template.name === '' ? null : <Trans>, with a template</Trans>}
        </span>
        <Button size="small" aria-expanded={isOpen} aria-controls={id} aria-label={t`Words for: ${name}`} onPress={onOpen}>
          <Trans>Words</Trans>
          <ChevronDown size={16} aria-hidden="true" className={styles['chevron']} />
        </Button>
      </div>
      {failed ? (
        <p role="alert" className={styles['wrong']}>
          <Trans>This was not stored. Look at what you entered.</Trans>
        </p>
      ) : null}
      {isOpen ? (
        <div id={id} className={styles['inside']}>
          <TellText step={step} settings={settings} />
          <TellTemplate step={step} settings={settings} />
        </div>
      ) : null}
    </li>
  );
}
