import { Trans, useLingui } from '@lingui/react/macro';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { TemplateView } from '../../../shared/contract/answers.ts';
import { languageName } from '../../ui/language-name.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { categoryWords, isSendable, statusWords } from './template-words.ts';
import styles from './TemplateList.module.css';

/** Templates that can be sent first; the others are shown with the reason, and cannot be chosen. */
export function TemplateList({ templates, onChoose }: { templates: readonly TemplateView[]; onChoose: (template: TemplateView) => void }) {
  const { t } = useLingui();
  const items = templates
    .map((template) => ({ id: `${template.name} ${template.language}`, template }))
    .toSorted((a, b) => Number(isSendable(b.template)) - Number(isSendable(a.template)) || a.id.localeCompare(b.id));
  return (
    <ListBox
      className={styles['list'] ?? ''}
      aria-label={t`Templates`}
      items={items}
      disabledKeys={items.filter(({ template }) => !isSendable(template)).map(({ id }) => id)}
      renderEmptyState={() => <Trans>No template fits.</Trans>}
      onAction={(key) => {
        const chosen = items.find(({ id }) => id === key);
        if (chosen) onChoose(chosen.template);
      }}
    >
      {({ id, template }) => (
        <ListBoxItem id={id} className={styles['item'] ?? ''} textValue={template.name}>
          <Text slot="label" className={styles['name'] ?? ''}>
            {template.name}
          </Text>
          <Text slot="description" className={styles['facts'] ?? ''}>
            <TemplateFacts template={template} />
            <span className={styles['body']} dir="auto">
              {template.body}
            </span>
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** Language, price category and state of a template. */
function TemplateFacts({ template }: { template: TemplateView }) {
  const { i18n } = useLingui();
  const { locale } = useFormats();
  const category = categoryWords(template.category);
  const status = statusWords(template.status);
  return (
    <span className={styles['line']}>
      <span>{languageName(template.language.replace('_', '-'), locale)}</span>
      <span>{category ? i18n._(category) : template.category}</span>
      <span data-off={isSendable(template) ? undefined : ''} className={styles['status']}>
        {template.status.toUpperCase() === 'APPROVED' && !template.canSend ? (
          <Trans>Approved, but of a kind that Shopbell cannot fill</Trans>
        ) : status ? (
          i18n._(status)
        ) : (
          template.status
        )}
        {template.rejectedReason === null || template.rejectedReason === 'NONE' ? null : ` (${template.rejectedReason})`}
      </span>
    </span>
  );
}
