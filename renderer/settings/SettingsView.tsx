import { useSettings } from './use-settings.ts';
import { Failed } from '../ui/Failed.tsx';
import { SectionPage } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BellSettings } from './BellSettings.tsx';
import { BellHoursSettings } from './BellHoursSettings.tsx';
import { DataSettings } from './DataSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { OrderSettings } from './OrderSettings.tsx';
import { PracticeSettings } from './PracticeSettings.tsx';
import { PrinterSettings } from './PrinterSettings.tsx';
import { ShopSettings } from './ShopSettings.tsx';
import { SoundCheckSettings } from './SoundCheckSettings.tsx';
import { TellSettings } from './TellSettings.tsx';
import { TunnelSettings } from './TunnelSettings.tsx';
import { WhatsAppSettings } from './WhatsAppSettings.tsx';

/** Everything a shop can set. */
export function SettingsView() {
  const query = useSettings();
  if (query.isPending) return <Skeleton rows={5} height={140} />;
  if (!query.data) return <Failed onRetry={query.refetch} />;
  const settings = query.data;
  return (
    <SectionPage>
      <PracticeSettings settings={settings} />
      <WhatsAppSettings settings={settings} />
      <TunnelSettings settings={settings} />
      <BellSettings settings={settings} />
      <BellHoursSettings settings={settings} />
      <SoundCheckSettings settings={settings} />
      <OrderSettings settings={settings} />
      <TellSettings settings={settings} />
      <PrinterSettings settings={settings} />
      <ShopSettings settings={settings} />
      <LookSettings settings={settings} />
      <DataSettings settings={settings} />
    </SectionPage>
  );
}
