import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { TemplateView } from '../../../shared/contract/answers.ts';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import type { ConversationView, Outgoing } from '../../../shared/contract/chats.ts';
import type { MessageView } from '../../../shared/contract/messages.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { SendDialog } from '../compose/SendDialog.tsx';
import { fieldSuggestions } from './field-suggestions.ts';
import { HeaderArticle } from './HeaderArticle.tsx';
import { HeaderFile } from './HeaderFile.tsx';
import { TemplateField } from './TemplateField.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { categoryWords } from './template-words.ts';
import styles from './TemplateFill.module.css';

type Props = {
  template: TemplateView;
  conversation: ConversationView;
  name: string;
  messages: readonly MessageView[];
  onBack: () => void;
  onClose: () => void;
  onSent: () => void;
};

/** Fills the fields of one template, beside what the customer will see. */
export function TemplateFill({ template, conversation, name, messages, onBack, onClose, onSent }: Props) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const shop = useSettings().data?.values.shopName ?? '';
  const suggestions = fieldSuggestions({ conversation, messages, shop, money: formats.money });
  // Templates greet first: the first field is nearly always the name. It stands there to be changed.
  const [fields, setFields] = useState(() =>
    template.fields.map((field) => (/^(1|.*name.*)$/i.test(field) ? (suggestions.find(({ what }) => what === 'name')?.text ?? '') : '')),
  );
  const [headerFields, setHeaderFields] = useState(() => template.headerFields.map(() => ''));
  const [article, setArticle] = useState<CatalogueProduct | null>(null);
  const [buttonFields, setButtonFields] = useState<Readonly<Record<number, string>>>({});
  const [headerUploadId, setHeaderUploadId] = useState<string | null>(null);
  const withField = template.buttons.flatMap((button, index) => (button.field ? [{ ...button, index }] : []));
  const wantsFile = template.header === 'image' || template.header === 'video' || template.header === 'document';
  const wantsArticle = template.header === 'product';
  const isFull =
    [...fields, ...headerFields, ...withField.map(({ index }) => buttonFields[index] ?? '')].every((field) => field.trim() !== '') &&
    (!wantsFile || headerUploadId !== null) &&
    (!wantsArticle || article !== null);
  const category = categoryWords(template.category);
  const content: Outgoing = {
    kind: 'template',
    name: template.name,
    language: template.language,
    headerFields: article === null ? headerFields.map((field) => field.trim()) : [article.product.catalogId, article.product.retailerId],
    headerUploadId,
    fields: fields.map((field) => field.trim()),
    buttonFields: withField.map(({ index }) => ({ index, text: (buttonFields[index] ?? '').trim() })),
  };
  return (
    <SendDialog
      conversationId={conversation.id}
      title={<Trans>Send a template to {name}</Trans>}
      content={content}
      canSend={isFull}
      isTouched
      quoteMessageId={null}
      size="wide"
      onClose={onClose}
      onSent={onSent}
    >
      <div className={styles['head']}>
        <Button look="quiet" size="icon" aria-label={t`Back to the templates`} onPress={onBack}>
          <ArrowLeft size={20} aria-hidden="true" />
        </Button>
        <strong className={styles['name']}>{template.name}</strong>
        <span className={styles['cost']}>{category ? i18n._(category) : template.category}</span>
      </div>
      <div className={styles['two']}>
        <div className={styles['fields']}>
          {wantsFile ? <HeaderFile kind={template.header} onReady={setHeaderUploadId} /> : null}
          {wantsArticle ? <HeaderArticle article={article} onChoose={setArticle} /> : null}
          {headerFields.map((field, index) => (
            <TemplateField
              key={`header-${template.headerFields[index]}`}
              label={<Trans>Field {template.headerFields[index]} of the heading</Trans>}
              value={field}
              suggestions={suggestions}
              onChange={(words) => setHeaderFields(headerFields.with(index, words))}
            />
          ))}
          {fields.map((field, index) => (
            <TemplateField
              key={template.fields[index]}
              label={<Trans>Field {template.fields[index]}</Trans>}
              value={field}
              suggestions={suggestions}
              onChange={(words) => setFields(fields.with(index, words))}
            />
          ))}
          {withField.map(({ index, text, url }) => (
            <TemplateField
              key={`button-${index}`}
              label={<Trans>End of the address of “{text}”</Trans>}
              hint={url}
              value={buttonFields[index] ?? ''}
              suggestions={[]}
              onChange={(words) => setButtonFields({ ...buttonFields, [index]: words })}
            />
          ))}
          {fields.length + headerFields.length + withField.length === 0 && !wantsFile && !wantsArticle ? (
            <p>
              <Trans>This template has no fields: it goes as it is.</Trans>
            </p>
          ) : null}
        </div>
        <TemplatePreview template={template} fields={fields} headerFields={headerFields} article={article} />
      </div>
    </SendDialog>
  );
}
