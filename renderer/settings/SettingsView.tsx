import { useRef } from 'react';
import type { ComponentType } from 'react';
import type { SettingsView as Settings } from '../../shared/contract/settings.ts';
import { useAppView } from '../cable/ConnectionProvider.tsx';
import { useSettings } from './use-settings.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AutoAnswerSettings } from './AutoAnswerSettings.tsx';
import { BellSettings } from './BellSettings.tsx';
import { BellHoursSettings } from './BellHoursSettings.tsx';
import { ChatSettings } from './ChatSettings.tsx';
import { ComputerSettings } from './ComputerSettings.tsx';
import { DataSettings } from './DataSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { OrderSettings } from './OrderSettings.tsx';
import { PracticeSettings } from './PracticeSettings.tsx';
import { PrinterSettings } from './PrinterSettings.tsx';
import { QuickReplySettings } from './QuickReplySettings.tsx';
import { ShopSettings } from './ShopSettings.tsx';
import { SoundCheckSettings } from './SoundCheckSettings.tsx';
import { TellSettings } from './TellSettings.tsx';
import { TunnelSettings } from './TunnelSettings.tsx';
import { WhatsAppSettings } from './WhatsAppSettings.tsx';
import { practiceBeside } from './practice-beside.ts';
import { SectionNav } from './SectionNav.tsx';
import type { SettingsSection } from './settings-sections.ts';
import { SECTION_GROUPS } from './settings-sections.ts';
import { useSections } from './use-sections.ts';
import styles from './SectionNav.module.css';

const CARDS: Record<SettingsSection, ComponentType<{ settings: Settings }>> = {
  whatsapp: WhatsAppSettings,
  'way-in': TunnelSettings,
  bell: BellSettings,
  hours: BellHoursSettings,
  'sound-check': SoundCheckSettings,
  chats: ChatSettings,
  'auto-answers': AutoAnswerSettings,
  'quick-replies': QuickReplySettings,
  orders: OrderSettings,
  told: TellSettings,
  printer: PrinterSettings,
  shop: ShopSettings,
  computer: ComputerSettings,
  look: LookSettings,
  data: DataSettings,
  practice: PracticeSettings,
};

/** Everything a shop can set; `section` is the one that the address names. */
export function SettingsView({ section }: { section: SettingsSection | null }) {
  const query = useSettings();
  if (query.isPending) return <Skeleton rows={5} height={140} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  return <Sections settings={query.data} asked={section} />;
}

/** All of them stand on the page at once: who goes to another one loses nothing of what is typed. */
function Sections({ settings, asked }: { settings: Settings; asked: SettingsSection | null }) {
  const app = useAppView();
  const page = useRef<HTMLDivElement>(null);
  const { current, lead } = useSections(page, asked);
  const shown = (id: SettingsSection) => id !== 'practice' || practiceBeside(app, settings);
  return (
    <div ref={page} className={styles['page']}>
      <div className={styles['frame']}>
        <SectionNav shown={shown} current={current} onGo={lead} />
        <div className={styles['cards']}>
          {SECTION_GROUPS.flat()
            .filter(({ id }) => shown(id))
            .map(({ id }) => {
              const Card = CARDS[id];
              return (
                <div key={id} className={styles['card']} data-section={id}>
                  <Card settings={settings} />
                </div>
              );
            })}
        </div>
      </div>
    </div>
  );
}
