import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import type { Settings } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { usePrintingOptions } from '../printing/printing-queries.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';

type Props = { printer: Settings['printer']; onChange: (part: Partial<Settings['printer']>) => void };

/** The printers that the computer knows, to choose one; where there are none, why. */
export function SystemPrinterList({ printer, onChange }: Props) {
  const { t } = useLingui();
  const say = useSayReason();
  const offline = useOffline();
  const query = useQuery(usePrintingOptions());
  if (query.isPending) return <Skeleton rows={1} height={56} />;
  const noDesktop = say('no-desktop');
  if (query.data && !query.data.canUseSystem)
    return (
      <Notice tone="warn" title={noDesktop.title}>
        {noDesktop.todo}
      </Notice>
    );
  const found = query.data?.systemPrinters ?? [];
  const again = (
    <Button isDisabled={offline || query.isFetching} onPress={() => void query.refetch()}>
      <RotateCw size={16} aria-hidden="true" />
      <Trans>Look again</Trans>
    </Button>
  );
  if (found.length === 0)
    return (
      <Notice
        tone="warn"
        title={query.isError ? <Trans>The printers could not be asked for</Trans> : <Trans>This computer knows no printer</Trans>}
        actions={again}
      >
        <Trans>Switch one on and add it in the computer's own settings, then look again.</Trans>
      </Notice>
    );
  const options = found.map(({ name, label, isDefault }) => ({ value: name, words: isDefault ? t`${label} (the computer's own choice)` : label }));
  const lost = printer.name !== '' && !found.some(({ name }) => name === printer.name);
  const first = printer.name === '' ? [{ value: '', words: t`Choose one` }] : lost ? [{ value: printer.name, words: t`${printer.name} (not there now)` }] : [];
  return (
    <PickList
      label={<Trans>Printer</Trans>}
      hint={lost ? <Trans>The chosen printer is not there. Switch it on, or choose another.</Trans> : undefined}
      value={printer.name}
      isDisabled={offline}
      options={[...first, ...options]}
      onChange={(name) => onChange({ name })}
    />
  );
}
