import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { CsvFault } from '../../shared/contract/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { scrollsByKey } from '../ui/scrolls-by-key.ts';
import { CSV_FAULT_WORDS } from './csv-fault-words.ts';
import styles from './ImportDialog.module.css';

type Props = { result: { imported: number; removed: number; faults: readonly { line: number; what: CsvFault }[] }; onClose: () => void };

/** What an imported table brought, and which rows were left out and why. */
export function ImportResult({ result: { imported, removed, faults }, onClose }: Props) {
  const { i18n } = useLingui();
  return (
    <DialogFrame title={<Trans>The table was imported</Trans>} isOpen size="middle" onClose={onClose}>
      <Notice tone="good" isLive title={<Plural value={imported} one="# article is known now" other="# articles are known now" />}>
        {removed === 0 ? null : <Plural value={removed} one="# article is no longer in it." other="# articles are no longer in it." />}
      </Notice>
      {faults.length === 0 ? null : (
        <>
          <p>
            <Plural
              value={faults.length}
              one="# row was left out. Put it right and import the table again:"
              other="# rows were left out. Put them right and import the table again:"
            />
          </p>
          <ul className={styles['faults']} {...scrollsByKey}>
            {faults.map(({ line, what }) => (
              <li key={`${line} ${what}`}>
                <strong>
                  <Trans>Line {line}</Trans>
                </strong>{' '}
                {i18n._(CSV_FAULT_WORDS[what])}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="go" onPress={onClose}>
        <Trans>Close</Trans>
      </Button>
    </DialogFrame>
  );
}
