import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { SettingsView, TellSetting } from '../../shared/contract/settings.ts';
import { TELL_FIELDS } from '../../shared/domain/tell.ts';
import type { TellField, TellStep } from '../../shared/domain/tell.ts';
import { useOffline } from '../cable/ConnectionProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { tellFieldWords } from './tell-field-words.ts';
import { useSaveTell } from './use-save-tell.ts';
import fieldStyles from '../ui/fields.module.css';
import styles from './tells.module.css';

/** The approved template that tells of a step once free text is not allowed any more. */
export function TellTemplate({ step, settings }: { step: TellStep; settings: SettingsView }) {
  const { t, i18n } = useLingui();
  const offline = useOffline();
  const { tell, save, isFixed } = useSaveTell(settings, step);
  const { template } = tell;
  const isOff = offline || isFixed;
  const store = (change: Partial<TellSetting['template']>) => save({ template: { ...template, ...change } });
  const setField = (index: number, field: TellField) => store({ fields: template.fields.with(index, field) });
  return (
    <details className={styles['template']} open={template.name !== ''}>
      <summary>
        <Trans>For when the 24 hours are over</Trans>
      </summary>
      <div className={styles['inside']}>
        <p className={styles['hint']}>
          <Trans>
            A day after the customer last wrote, WhatsApp takes no free text any more, only a template that Meta has approved. Make a utility template at Meta,
            and write its name here. Without one, nothing is sent then, and the order says so.
          </Trans>
        </p>
        <div className={styles['pair']}>
          <LeftText
            label={t`Name of the template`}
            value={template.name}
            placeholder="order_ready"
            maxLength={512}
            isOff={isOff}
            onStore={(name) => store({ name })}
          />
          <LeftText
            label={t`Its language, as Meta writes it`}
            value={template.language}
            placeholder="en_US"
            maxLength={20}
            isOff={isOff}
            onStore={(code) => store({ language: code })}
          />
        </div>
        {template.name !== '' && template.language === '' ? (
          <p className={styles['wrong']}>
            <Trans>The language is missing: without it the template cannot be sent.</Trans>
          </p>
        ) : null}
        <div className={fieldStyles['field']}>
          <span className={fieldStyles['label']}>
            <Trans>Its fields, in their order</Trans>
          </span>
          <ol className={styles['order']}>
            {template.fields.map((field, index) => (
              // A template can hold the same field twice: only its place tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${index} ${field}`}>
                <span aria-hidden="true">{`{{${index + 1}}}`}</span>
                <select
                  aria-label={t`Field ${index + 1}`}
                  className={fieldStyles['select']}
                  value={field}
                  disabled={isOff}
                  onChange={(event) => setField(index, TELL_FIELDS.find((each) => each === event.target.value) ?? field)}
                >
                  {TELL_FIELDS.map((each) => (
                    <option key={each} value={each}>
                      {i18n._(tellFieldWords(each))}
                    </option>
                  ))}
                </select>
                <Button
                  size="icon"
                  look="quiet"
                  isDisabled={isOff}
                  aria-label={t`Remove field ${index + 1}`}
                  onPress={() => store({ fields: template.fields.toSpliced(index, 1) })}
                >
                  <X size={16} aria-hidden="true" />
                </Button>
              </li>
            ))}
          </ol>
          <div>
            <Button size="small" isDisabled={isOff || template.fields.length >= 10} onPress={() => store({ fields: [...template.fields, 'name'] })}>
              <Trans>Add a field</Trans>
            </Button>
          </div>
        </div>
      </div>
    </details>
  );
}

/** A line of text that is stored when it is left, or by Enter. */
function LeftText({
  label,
  value,
  placeholder,
  maxLength,
  isOff,
  onStore,
}: {
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  isOff: boolean;
  onStore: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const store = () => {
    if (typed !== null && typed.trim() !== value) onStore(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed ?? value}
      isReadOnly={isOff}
      maxLength={maxLength}
      onChange={setTyped}
      onBlur={store}
      onKeyDown={(event) => (event.key === 'Enter' ? store() : event.continuePropagation())}
    />
  );
}
