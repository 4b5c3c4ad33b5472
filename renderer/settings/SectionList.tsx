import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { SettingsSection } from './settings-sections.ts';
import { SECTION_GROUPS, sectionAddress } from './settings-sections.ts';
import styles from './SectionNav.module.css';

type Props = { shown: (section: SettingsSection) => boolean; current: SettingsSection | null; onGo: (section: SettingsSection) => void };

/** The sections as links, group by group. */
export function SectionList({ shown, current, onGo }: Props) {
  const { i18n } = useLingui();
  return SECTION_GROUPS.map((group) => (
    <ul key={group[0].id} className={styles['group']}>
      {group
        .filter(({ id }) => shown(id))
        .map(({ id, words }) => (
          <li key={id}>
            {/* A second press leads there again: the address does not change then. */}
            <Link href={sectionAddress(id)} className={styles['link']} aria-current={id === current ? 'location' : undefined} onClick={() => onGo(id)}>
              {typeof words === 'string' ? words : i18n._(words)}
            </Link>
          </li>
        ))}
    </ul>
  ));
}
