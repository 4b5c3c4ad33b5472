import { Trans, useLingui } from '@lingui/react/macro';
import { LayoutGrid, RefreshCw, Rows3, Search, Upload } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { Input, Radio, RadioGroup, SearchField } from 'react-aria-components';
import type { CatalogueOverview } from '../../shared/contract/catalogue.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import type { Availability } from './catalogue-query.ts';
import type { CatalogueLayout } from './kept-layout.ts';
import fields from '../ui/fields.module.css';
import styles from './CatalogueTools.module.css';

type Props = {
  text: string;
  onText: (text: string) => void;
  sections: CatalogueOverview['sections'];
  section: string | null;
  onSection: (section: string | null) => void;
  availability: Availability;
  onAvailability: (availability: Availability) => void;
  layout: CatalogueLayout;
  onLayout: (layout: CatalogueLayout) => void;
  onImport: () => void;
};

/** What is shown of the catalogue, and how; and reading it anew. */
export function CatalogueTools({ text, onText, sections, section, onSection, availability, onAvailability, layout, onLayout, onImport }: Props) {
  const { t } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const refresh = useMutation({ mutationFn: () => api.catalogue.refresh() });
  // A section that went away meanwhile is still what is asked for.
  const known = section === null || sections.some(({ name }) => name === section) ? sections : [{ name: section, products: 0 }, ...sections];
  return (
    <div className={styles['tools']} data-catalogue-tools="">
      <SearchField className={styles['search'] ?? ''} value={text} onChange={onText} aria-label={t`Search in the catalogue`}>
        <Search size={18} aria-hidden="true" className={styles['glass']} />
        <Input className={fields['input'] ?? ''} maxLength={200} spellCheck={false} placeholder={t`Name or article number`} data-catalogue-search="" />
      </SearchField>
      <select className={fields['select']} value={section ?? ''} aria-label={t`Section`} onChange={(event) => onSection(event.target.value || null)}>
        <option value="">{t`All sections`}</option>
        {known.map(({ name, products }) => (
          <option key={name} value={name}>
            {products === 0 ? name : `${name} (${products})`}
          </option>
        ))}
      </select>
      <select
        className={fields['select']}
        value={availability}
        aria-label={t`Availability`}
        onChange={(event) => onAvailability(event.target.value as Availability)}
      >
        <option value="all">{t`Available or not`}</option>
        <option value="available">{t`Can be bought`}</option>
        <option value="unavailable">{t`Cannot be bought`}</option>
      </select>
      <RadioGroup
        className={styles['layouts'] ?? ''}
        aria-label={t`Layout`}
        orientation="horizontal"
        value={layout}
        onChange={(chosen) => onLayout(chosen as CatalogueLayout)}
      >
        <Radio value="grid" className={styles['layout'] ?? ''} aria-label={t`Pictures`}>
          <LayoutGrid size={18} aria-hidden="true" />
        </Radio>
        <Radio value="list" className={styles['layout'] ?? ''} aria-label={t`List`}>
          <Rows3 size={18} aria-hidden="true" />
        </Radio>
      </RadioGroup>
      <span className={styles['buttons']}>
        <Button isDisabled={offline || refresh.isPending} onPress={() => refresh.mutate()} aria-label={t`Refresh the catalogue`}>
          <RefreshCw size={18} aria-hidden="true" />
          <span className={styles['words']}>
            <Trans>Refresh</Trans>
          </span>
        </Button>
        <Button isDisabled={offline} onPress={onImport} aria-label={t`Import a table of articles`}>
          <Upload size={18} aria-hidden="true" />
          <span className={styles['words']}>
            <Trans>Import</Trans>
          </span>
        </Button>
      </span>
    </div>
  );
}
