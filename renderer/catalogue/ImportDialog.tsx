import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { CatalogueOverview } from '../../shared/contract/catalogue.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PickList } from '../ui/PickList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { useSayReason } from '../ui/use-say-reason.ts';
import { ImportResult } from './ImportResult.tsx';
import { readTableFile } from './read-table-file.ts';
import styles from './ImportDialog.module.css';

/** Larger ones are no catalogue of a shop; the main side takes no more. */
const LARGEST = 30_000_000;
const OTHER = '';

type Props = { catalogues: CatalogueOverview['catalogues']; onClose: () => void };

/** Takes a table of articles as a catalogue, and says what of it could not be taken. */
export function ImportDialog({ catalogues, onClose }: Props) {
  const { t } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const say = useSayReason();
  const [chosen, setChosen] = useState(catalogues[0]?.catalogId ?? OTHER);
  const [typed, setTyped] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [consent, setConsent] = useState(false);
  const catalogId = chosen === OTHER ? typed.trim() : chosen;
  const catalogue = catalogues.find((one) => one.catalogId === catalogId);
  const replaces = catalogue?.source === 'meta' && catalogue.readAt !== null;
  const importing = useMutation({
    mutationFn: async (table: File) => {
      if (table.size > LARGEST) return { ok: false as const, reason: 'media-too-large' as const };
      const text = await readTableFile(table);
      return api.catalogue.importCsv({ text, catalogId, replaceMeta: consent });
    },
  });
  const result = importing.data;
  const refused = result?.ok === false ? say(result.reason === 'media-too-large' ? 'bad-file' : result.reason) : null;
  const ready = file !== null && /^\d{1,64}$/.test(catalogId) && (!replaces || consent) && !offline && !importing.isPending;
  if (result?.ok) return <ImportResult result={result} onClose={onClose} />;
  return (
    <DialogFrame title={<Trans>Import a table of articles</Trans>} isOpen size="middle" isDismissable={!importing.isPending} onClose={onClose}>
      <p>
        <Trans>
          For shops whose token may not read the catalogue. In Commerce Manager, open the catalogue’s data source and download its file; any CSV with the
          columns id and title works too. Known are also: description, availability, price (like 6.50 EUR), image_link, link, product_type and
          quantity_to_sell_on_facebook.
        </Trans>
      </p>
      {catalogues.length > 0 ? (
        <PickList
          label={<Trans>Catalogue</Trans>}
          value={chosen}
          options={[
            ...catalogues.map((one) => ({ value: one.catalogId, words: one.name === null ? one.catalogId : `${one.name} (${one.catalogId})` })),
            { value: OTHER, words: t`Another one` },
          ]}
          onChange={(value) => {
            setChosen(value);
            setConsent(false);
          }}
        />
      ) : null}
      {chosen === OTHER ? (
        <TextInput
          label={<Trans>Number of the catalogue</Trans>}
          hint={<Trans>It stands in Commerce Manager under Settings, and has digits only. Messages with articles need it.</Trans>}
          value={typed}
          inputMode="numeric"
          maxLength={64}
          onChange={setTyped}
        />
      ) : null}
      <div className={styles['file']}>
        <FileTrigger acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']} onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button>
            <Trans>Choose a file</Trans>
          </Button>
        </FileTrigger>
        <bdi className={styles['name']}>{file?.name ?? t`No file chosen`}</bdi>
      </div>
      {catalogue && catalogue.products > 0 ? (
        <Notice tone={replaces ? 'warn' : 'info'} title={<Plural value={catalogue.products} one="It replaces # article" other="It replaces # articles" />}>
          {replaces ? (
            <Trans>This catalogue was read from Meta. The table stands in its place until Meta can be read again, within six hours.</Trans>
          ) : (
            <Trans>Articles that are not in the table are no longer offered. Pictures stay where the article stays.</Trans>
          )}
        </Notice>
      ) : null}
      {replaces ? (
        <Toggle isSelected={consent} onChange={setConsent}>
          <Trans>Replace what was read from Meta</Trans>
        </Toggle>
      ) : null}
      {refused || importing.isError ? (
        <Notice tone="bad" isLive title={refused ? refused.title : <Trans>The table could not be imported</Trans>}>
          {refused ? refused.todo : <Trans>Nothing is lost. Choose the file once more, and try again.</Trans>}
        </Notice>
      ) : null}
      <div className={styles['buttons']}>
        <Button look="go" isDisabled={!ready} onPress={() => (file ? importing.mutate(file) : undefined)}>
          {importing.isPending ? <Trans>Importing …</Trans> : <Trans>Import</Trans>}
        </Button>
        <Button isDisabled={importing.isPending} onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </DialogFrame>
  );
}
