import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { TicketPaper } from '../printing/TicketPaper.tsx';
import { useTestTicketOptions } from '../printing/printing-queries.ts';
import { Choices } from '../ui/Choices.tsx';
import { Section } from '../ui/Section.tsx';
import { PaperSettings } from './PaperSettings.tsx';
import { PrinterAddress } from './PrinterAddress.tsx';
import { SystemPrinterList } from './SystemPrinterList.tsx';
import { TestPrint } from './TestPrint.tsx';
import { useSaveSettings } from './use-settings.ts';
import styles from './settings.module.css';

/** Where tickets are printed, on what, and when. */
export function PrinterSettings({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const offline = useOffline();
  const { printer, printWhen } = settings.values;
  const change = (part: Partial<Settings['printer']>) => save.mutate({ printer: { ...printer, ...part } });
  return (
    <Section title={<Trans>Printer</Trans>} hint={<Trans>Orders come out as tickets. A printer that is off never holds up an order.</Trans>}>
      <Choices
        label={<Trans>Print on</Trans>}
        value={printer.kind}
        isDisabled={offline}
        options={[
          { value: 'none', words: t`No printer` },
          { value: 'system', words: t`A printer of this computer` },
          { value: 'network', words: t`A receipt printer on the network` },
        ]}
        onChange={(kind) => change({ kind })}
      />
      {printer.kind === 'system' ? <SystemPrinterList printer={printer} onChange={change} /> : null}
      {printer.kind === 'network' ? <PrinterAddress key={`${printer.host}:${printer.port}`} printer={printer} onChange={change} /> : null}
      {printer.kind === 'none' ? null : (
        <>
          <Choices
            label={<Trans>Print a ticket</Trans>}
            value={printWhen}
            isDisabled={offline}
            options={[
              { value: 'arrival', words: t`When an order arrives` },
              { value: 'accept', words: t`When it is accepted` },
              { value: 'never', words: t`Only when asked` },
            ]}
            onChange={(when) => save.mutate({ printWhen: when })}
          />
          <PaperSettings printer={printer} onChange={change} />
          <TestPrint isChosen={printer.kind === 'system' ? printer.name !== '' : printer.host !== ''} />
          <details className={styles['more']}>
            <summary className={styles['summary']}>
              <Trans>Preview of the test page</Trans>
            </summary>
            <div className={styles['inside']}>
              <Preview />
            </div>
          </details>
        </>
      )}
      {save.isError ? (
        <p role="alert" className={styles['wrong']}>
          <Trans>This was not stored. Look at what you entered.</Trans>
        </p>
      ) : null}
    </Section>
  );
}

function Preview() {
  const query = useQuery(useTestTicketOptions());
  return query.data ? <TicketPaper ticket={query.data} /> : null;
}
