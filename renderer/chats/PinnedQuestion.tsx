import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { PackageOpen, Reply, Tag, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { ProductBrief } from '../../shared/contract/common.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';
import { AvailabilityMark } from '../catalogue/AvailabilityMark.tsx';
import { ProductPicker } from '../catalogue/ProductPicker.tsx';
import { letterOf } from '../keys/letter-of.ts';
import { useSettings } from '../settings/use-settings.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { ProductPicture } from '../ui/ProductPicture.tsx';
import { TimeAgo } from '../ui/TimeAgo.tsx';
import { useComposerActions } from './composer-actions.tsx';
import { ProductFacts } from './ProductCard.tsx';
import styles from './PinnedQuestion.module.css';

type Props = {
  conversation: ConversationView;
  product: ProductBrief;
  askedAt: number | null;
  waits: boolean;
  quotes: boolean;
  canAnswer: boolean;
  onQuote: (on: boolean) => void;
};

/** What the newest question is about, and the likeliest answers to it: its price as a text, or the article itself. */
export function PinnedQuestion({ conversation, product, askedAt, waits, quotes, canAnswer, onQuote }: Props) {
  const { t } = useLingui();
  const api = useApi();
  const offline = useOffline();
  const composer = useComposerActions();
  const letterKeys = useSettings().data?.values.letterKeys ?? true;
  const root = useRef<HTMLElement>(null);
  const [picking, setPicking] = useState(false);
  const { catalogId, retailerId } = product;
  const price = useMutation({
    mutationFn: () => api.catalogue.answerText({ conversationId: conversation.id, catalogId, retailerId }),
    onSuccess: (text) => {
      if (text === null) return announce(t`Neither a price nor the availability is known.`, 'polite');
      if (waits) onQuote(true);
      return composer?.insertText(text);
    },
  });
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const letter = letterOf(event, letterKeys);
    if (!canAnswer || offline || picking || (letter !== 'q' && letter !== 's')) return;
    event.preventDefault();
    if (letter === 's') setPicking(true);
    else if (!price.isPending) price.mutate();
  });
  useEffect(() => {
    // The keys are those of the whole chat that the question stands in.
    const chat = root.current?.closest('[data-opened]');
    const hear = (event: Event) => (event instanceof KeyboardEvent ? pressed(event) : undefined);
    chat?.addEventListener('keydown', hear);
    return () => chat?.removeEventListener('keydown', hear);
  }, []);
  return (
    <section ref={root} className={classNames(styles['pin'], waits && styles['waits'])} aria-label={t`Question about a product`}>
      <ProductPicture product={product} size={48} />
      <div className={styles['words']}>
        <span className={styles['name']}>
          <strong dir="auto">{product.name ?? retailerId}</strong>
          {product.availability === null ? null : <AvailabilityMark availability={product.availability} />}
        </span>
        <span className={styles['small']}>
          <ProductFacts product={product} />
          {askedAt === null ? null : (
            <>
              {' · '}
              {waits ? (
                <Trans>
                  waiting, asked <TimeAgo at={askedAt} />
                </Trans>
              ) : (
                <Trans>
                  asked <TimeAgo at={askedAt} />
                </Trans>
              )}
            </>
          )}
        </span>
        {price.isError || price.data === null ? (
          <span className={styles['none']} role="alert">
            {price.isError ? <Trans>Shopbell did not answer. Try it again.</Trans> : <Trans>Neither a price nor the availability is known.</Trans>}
          </span>
        ) : null}
      </div>
      {canAnswer ? (
        <span className={styles['answers']}>
          <Button isDisabled={offline || price.isPending} onPress={() => price.mutate()} aria-keyshortcuts={letterKeys ? 'q' : undefined} data-answer="q">
            <Tag size={16} aria-hidden="true" />
            <Trans>Answer with price</Trans>
            {letterKeys ? <KeyCap>Q</KeyCap> : null}
          </Button>
          <Button isDisabled={offline} onPress={() => setPicking(true)} aria-keyshortcuts={letterKeys ? 's' : undefined} data-answer="s">
            <PackageOpen size={16} aria-hidden="true" />
            <Trans>Send product</Trans>
            {letterKeys ? <KeyCap>S</KeyCap> : null}
          </Button>
          {quotes ? (
            <span className={styles['quoted']}>
              <Reply size={16} aria-hidden="true" />
              <Trans>Your answer quotes the question</Trans>
              <Button look="quiet" size="icon" aria-label={t`Do not quote the question`} onPress={() => onQuote(false)}>
                <X size={18} aria-hidden="true" />
              </Button>
            </span>
          ) : (
            <Button aria-label={t`Quote & answer`} onPress={() => onQuote(true)}>
              <Reply size={16} aria-hidden="true" />
              <span className={styles['wide']}>
                <Trans>Quote & answer</Trans>
              </span>
            </Button>
          )}
        </span>
      ) : null}
      {picking ? (
        <ProductPicker
          conversation={conversation}
          initial={{ catalogId, retailerId }}
          initialText=""
          onClose={() => setPicking(false)}
          onSent={() => setPicking(false)}
        />
      ) : null}
    </section>
  );
}
