import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { SectionList } from './SectionList.tsx';
import type { SettingsSection } from './settings-sections.ts';
import { SECTION_GROUPS } from './settings-sections.ts';
import styles from './SectionNav.module.css';

type Props = { shown: (section: SettingsSection) => boolean; current: SettingsSection | null; onGo: (section: SettingsSection) => void };

/** The way through the settings: a list beside them where there is room, else a menu above them. */
export function SectionNav(props: Props) {
  const { t } = useLingui();
  return (
    <nav className={styles['nav']} aria-label={t`Sections of the settings`}>
      <div className={styles['beside']}>
        <SectionList {...props} />
      </div>
      <SectionMenu {...props} />
    </nav>
  );
}

function SectionMenu({ shown, current, onGo }: Props) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const words = SECTION_GROUPS.flat().find(({ id }) => id === current)?.words;
  const left = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className={styles['above']} onBlurCapture={left} onKeyDownCapture={pressed}>
      <button ref={button} type="button" className={styles['opener']} aria-expanded={isOpen} aria-controls={list} onClick={() => setOpen(!isOpen)}>
        <span className={styles['label']}>
          <Trans>Section</Trans>
        </span>
        <span className={styles['here']}>{words === undefined ? null : typeof words === 'string' ? words : i18n._(words)}</span>
        <ChevronDown size={16} aria-hidden="true" className={styles['arrow']} />
      </button>
      <div id={list} className={styles['menu']} hidden={!isOpen}>
        <SectionList
          shown={shown}
          current={current}
          onGo={(section) => {
            setOpen(false);
            onGo(section);
          }}
        />
      </div>
    </div>
  );
}
