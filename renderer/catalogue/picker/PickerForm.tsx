import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import { BODY_LIMIT, PART_LIMIT } from '../../../shared/domain/fit-text.ts';
import { useOffline } from '../../cable/ConnectionProvider.tsx';
import { useSendOther } from '../../chats/compose/use-send-other.ts';
import { windowNow } from '../../chats/window-now.ts';
import { useKeysWithin } from '../../keys/use-keys-within.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSayReason } from '../../ui/use-say-reason.ts';
import { useCheckOptions } from '../catalogue-query.ts';
import type { ProductPickerProps } from '../ProductPicker.tsx';
import { ArticlePick } from './ArticlePick.tsx';
import { CheckedArticles } from './CheckedArticles.tsx';
import { ChosenArticles } from './ChosenArticles.tsx';
import { CountedInput } from './CountedInput.tsx';
import { articlesOf, catalogueOf, contentOf, faultOf, formOf, toggleArticle } from './products-draft.ts';
import type { ProductsDraft } from './products-draft.ts';
import { ProductsPreview } from './ProductsPreview.tsx';
import styles from './picker.module.css';

type Props = Omit<ProductPickerProps, 'initial'> & { first: CatalogueProduct | null };

/** The message being put together: articles at one side, what is said with them at the other. */
export function PickerForm({ conversation, first, initialText, onClose, onSent }: Props) {
  const { t } = useLingui();
  const say = useSayReason();
  const offline = useOffline();
  const now = useNow(10_000);
  const root = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<ProductsDraft>(() => ({
    form: null,
    sections: [{ id: 1, title: '', articles: first === null ? [] : [first] }],
    header: '',
    body: initialText,
    footer: '',
  }));
  const other = useSendOther(conversation.id);
  const form = formOf(draft);
  const articles = articlesOf(draft);
  const check = useQuery(
    useCheckOptions(
      catalogueOf(draft),
      articles.slice(0, 100).map(({ product }) => product.retailerId),
    ),
  );
  const open = windowNow(conversation.window, now).state === 'open';
  const fault = open ? faultOf(draft) : 'window-closed';
  const canSend = fault === null && !offline && !other.isPending;
  // Articles that are the answer to a question that waits quote it.
  const answers = articles.some(({ product }) => product.retailerId === conversation.asked?.retailerId && product.catalogId === conversation.asked.catalogId);
  const quoteMessageId = answers && conversation.questionSince !== null ? conversation.askedMessageId : null;
  const send = () => {
    if (canSend) other.send(contentOf(draft), quoteMessageId, onSent);
  };
  useKeysWithin(root, (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  const refused = other.refusal === null ? null : say(other.refusal);
  return (
    <div ref={root} className={styles['message']}>
      <div className={styles['columns']}>
        <ArticlePick chosen={articles} catalogId={catalogueOf(draft)} onToggle={(article) => setDraft((before) => toggleArticle(before, article))} />
        <div className={styles['message']}>
          <Choices
            label={<Trans>Send as</Trans>}
            value={form}
            options={[
              { value: 'product', words: <Trans>One article</Trans> },
              { value: 'product-list', words: <Trans>List</Trans> },
              { value: 'carousel', words: <Trans>Row of cards</Trans> },
              { value: 'catalogue', words: <Trans>Whole catalogue</Trans> },
            ]}
            onChange={(chosen) => setDraft({ ...draft, form: chosen })}
          />
          <ChosenArticles draft={draft} form={form} onChange={setDraft} />
          {form === 'product-list' ? (
            <CountedInput label={t`Heading`} value={draft.header} limit={PART_LIMIT} onChange={(header) => setDraft({ ...draft, header })} />
          ) : null}
          <CountedInput
            label={form === 'product' ? t`Text, if you like` : t`Text`}
            value={draft.body}
            limit={BODY_LIMIT}
            rows={3}
            onChange={(body) => setDraft({ ...draft, body })}
          />
          {form === 'carousel' ? null : (
            <CountedInput label={t`Small print, if you like`} value={draft.footer} limit={PART_LIMIT} onChange={(footer) => setDraft({ ...draft, footer })} />
          )}
          {articles.length > 0 || form === 'catalogue' ? <ProductsPreview draft={draft} form={form} /> : null}
        </div>
      </div>
      <CheckedArticles articles={articles} troubles={check.data && articles.length > 0 ? check.data : []} />
      {refused || other.failed ? (
        <Notice tone="bad" isLive title={refused ? refused.title : <Trans>Shopbell did not answer</Trans>}>
          {refused ? refused.todo : <Trans>Everything is still here. Send it once more: it goes out only once.</Trans>}
        </Notice>
      ) : null}
      <div className={styles['foot']}>
        <Button look="go" size="big" isDisabled={!canSend} onPress={send}>
          <SendHorizontal size={18} aria-hidden="true" />
          {check.data && check.data.length > 0 && articles.length > 0 ? <Trans>Send anyway</Trans> : <Trans>Send</Trans>}
          <KeyCap>Ctrl Enter</KeyCap>
        </Button>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <output className={styles['why']}>{fault === null ? null : `${say(fault).title}. ${say(fault).todo}`}</output>
      </div>
    </div>
  );
}
