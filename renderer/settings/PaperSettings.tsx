import { Trans, useLingui } from '@lingui/react/macro';
import type { Settings } from '../../shared/contract/settings.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { useFormats } from '../ui/FormatsProvider.tsx';
import { Choices } from '../ui/Choices.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './settings.module.css';

type Printer = Settings['printer'];

/** What a ticket is printed on, and what is on it. */
export function PaperSettings({ printer, onChange }: { printer: Printer; onChange: (part: Partial<Printer>) => void }) {
  const { t } = useLingui();
  const formats = useFormats();
  const offline = useOffline();
  const network = printer.kind === 'network';
  const papers: { value: Printer['paper']; words: string }[] = [
    { value: '58', words: t`58 mm` },
    { value: '80', words: t`80 mm` },
    ...(network ? [] : [{ value: 'a4' as const, words: 'A4' }]),
  ];
  return (
    <div className={styles['grid']}>
      <Choices
        label={<Trans>Paper</Trans>}
        // A receipt printer takes what does not fit it as its wider roll.
        value={network && printer.paper === 'a4' ? '80' : printer.paper}
        isDisabled={offline}
        options={papers}
        onChange={(paper) => onChange({ paper })}
      />
      <PickList
        label={<Trans>Copies</Trans>}
        value={String(printer.copies)}
        isDisabled={offline}
        options={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), words: formats.number(count) }))}
        onChange={(copies) => onChange({ copies: Number(copies) })}
      />
      {network ? <CodePage printer={printer} onChange={onChange} /> : null}
      <div>
        <Toggle
          isSelected={printer.qr}
          isDisabled={offline}
          hint={<Trans>Scanned with a phone, it opens the chat with the customer.</Trans>}
          onChange={(qr) => onChange({ qr })}
        >
          <Trans>QR code on the ticket</Trans>
        </Toggle>
        {network ? (
          <Toggle isSelected={printer.cut} isDisabled={offline} onChange={(cut) => onChange({ cut })}>
            <Trans>Cut the paper</Trans>
          </Toggle>
        ) : null}
      </div>
    </div>
  );
}

function CodePage({ printer, onChange }: { printer: Printer; onChange: (part: Partial<Printer>) => void }) {
  const { t } = useLingui();
  const offline = useOffline();
  const pages = [
    { value: 'auto', words: t`Automatic, letter by letter` },
    { value: 'cp858', words: t`Western Europe with € (CP858)` },
    { value: 'windows1252', words: t`Western Europe (Windows-1252)` },
    { value: 'cp850', words: t`Western Europe (CP850)` },
    { value: 'cp437', words: t`Every printer's own (CP437)` },
    { value: 'cp852', words: t`Central Europe (CP852)` },
    { value: 'windows1250', words: t`Central Europe (Windows-1250)` },
    { value: 'cp775', words: t`Baltic (CP775)` },
    { value: 'windows1257', words: t`Baltic (Windows-1257)` },
    { value: 'cp866', words: t`Cyrillic (CP866)` },
    { value: 'windows1251', words: t`Cyrillic (Windows-1251)` },
    { value: 'cp737', words: t`Greek (CP737)` },
    { value: 'windows1253', words: t`Greek (Windows-1253)` },
    { value: 'cp857', words: t`Turkish (CP857)` },
    { value: 'windows1254', words: t`Turkish (Windows-1254)` },
  ];
  const known = pages.some(({ value }) => value === printer.codePage);
  return (
    <PickList
      label={<Trans>Letters (code page)</Trans>}
      hint={
        <Trans>
          Letters that it lacks are spelled otherwise, or come out as “?”: such a printer has no Arabic, Hebrew, Chinese or Japanese. The article number stands
          beside. A printer of this computer knows them all.
        </Trans>
      }
      value={printer.codePage}
      isDisabled={offline}
      options={known ? pages : [{ value: printer.codePage, words: printer.codePage }, ...pages]}
      onChange={(codePage) => onChange({ codePage })}
    />
  );
}
