import { Trans, useLingui } from '@lingui/react/macro';
import { CreditCard, Info, MapPin, MessageSquareReply, Phone, Reply, Smartphone } from 'lucide-react';
import type { MessageContent } from '../../../shared/contract/messages.ts';
import { useFormats } from '../../ui/FormatsProvider.tsx';
import { ProductCard } from '../ProductCard.tsx';
import { RichText } from './RichText.tsx';
import styles from './KindCard.module.css';

type Of<K extends MessageContent['kind']> = { content: Extract<MessageContent, { kind: K }> };

/** A button, a row of a list, or a form that the customer answered with. */
export function AnswerMessage({ content }: Of<'answer'>) {
  return (
    <div className={styles['cards']}>
      <p className={styles['head']}>
        <Reply size={18} aria-hidden="true" />
        <strong dir="auto">{content.title || <Trans>Answer</Trans>}</strong>
      </p>
      {content.description === null ? null : <p dir="auto">{content.description}</p>}
      {content.fields.length === 0 ? null : (
        <dl className={styles['fields']}>
          {content.fields.map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt dir="auto">{fieldName(name)}</dt>
              <dd dir="auto">{fieldValue(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Forms name their fields for programs: `pickup_day`. */
function fieldName(name: string): string {
  const words = name.replaceAll(/[_\s]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** Several choices come as a JSON list. */
function fieldValue(value: string): string {
  if (!value.startsWith('[')) return value;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) && list.every((one) => typeof one !== 'object') ? list.map(String).join(', ') : value;
  } catch {
    return value;
  }
}

/** What WhatsApp itself has to say, or that a customer looked in. */
export function SystemNotice({ content }: Of<'system' | 'welcome'>) {
  return (
    <p className={styles['head']}>
      <Info size={16} aria-hidden="true" />
      <span dir="auto">
        {content.kind === 'welcome' ? (
          <Trans>The customer opened the chat for the first time and has not written yet.</Trans>
        ) : (
          <SystemWords content={content} />
        )}
      </span>
    </p>
  );
}

function SystemWords({ content }: Of<'system'>) {
  const from = withPlus(content.from);
  const to = withPlus(content.to);
  if (content.change === 'number' && to !== null)
    return from === null ? (
      <Trans>The customer's number is now {to}.</Trans>
    ) : (
      <Trans>
        The customer changed the number from {from} to {to}.
      </Trans>
    );
  if (content.change === 'number') return content.body || <Trans>The customer changed the number.</Trans>;
  if (content.change === 'user-id') return <Trans>WhatsApp gave the customer another id. It is the same person.</Trans>;
  if (content.change === 'identity') return <Trans>The customer has a new device, or set up WhatsApp anew.</Trans>;
  return content.body || <Trans>Notice from WhatsApp</Trans>;
}

/** Meta writes numbers without it. */
function withPlus(number: string | null): string | null {
  return number !== null && /^\d{7,}$/.test(number) ? `\u2066+${number}\u2069` : number;
}

/** WhatsApp could not pass it on. */
export function UnsupportedMessage({ content }: Of<'unsupported'>) {
  return (
    <div className={styles['cards']}>
      <p className={styles['head']}>
        <Smartphone size={18} aria-hidden="true" />
        <strong>
          <Trans>The customer sent something that WhatsApp could not pass on</Trans>
        </strong>
      </p>
      <p>
        <Trans>Look at the phone, or ask the customer to send it in another way.</Trans>
      </p>
      {content.what === null && content.code === null ? null : (
        <p className={styles['small']} dir="ltr">
          Meta: {[content.what, content.code].filter((fact) => fact !== null).join(', ')}
        </p>
      )}
    </div>
  );
}

/** What became of a payment through WhatsApp. */
export function PaymentMessage({ content }: Of<'payment'>) {
  const { i18n, t } = useLingui();
  const formats = useFormats();
  const { amountMinor, currency } = content;
  const words: Record<string, string> = {
    captured: t`Paid`,
    success: t`Paid`,
    pending: t`Payment is under way`,
    failed: t`Payment failed`,
    canceled: t`Payment cancelled`,
  };
  const known = Object.hasOwn(words, content.status.toLowerCase()) ? words[content.status.toLowerCase()] : undefined;
  return (
    <div className={styles['card']} lang={i18n.locale}>
      <p className={styles['head']}>
        <CreditCard size={20} aria-hidden="true" />
        <strong>{known ?? t`Payment: ${content.status}`}</strong>
      </p>
      {amountMinor === null || currency === null ? null : <p>{formats.money({ minor: BigInt(amountMinor), currency })}</p>}
      <p className={styles['small']}>
        {[content.method?.replaceAll('_', ' ').toUpperCase() ?? null, content.referenceId].filter((fact) => fact !== null).join(' · ')}
      </p>
    </div>
  );
}

/** Ours: asks for a place or a phone number. */
export function RequestMessage({ content }: Of<'location-request' | 'contact-request'>) {
  const place = content.kind === 'location-request';
  return (
    <div className={styles['cards']}>
      <RichText text={content.body} />
      <p className={styles['button']}>
        {place ? <MapPin size={16} aria-hidden="true" /> : <Phone size={16} aria-hidden="true" />}
        {place ? <Trans>Send location</Trans> : <Trans>Share contact info</Trans>}
      </p>
    </div>
  );
}

/** Ours: a text with what stands above and below it, and the buttons that the customer sees. */
export function TextWithButtons({ content }: Of<'buttons' | 'template'>) {
  return (
    <div className={styles['cards']}>
      {content.kind === 'template' ? (
        <p className={styles['small']}>
          <Trans>
            Template {content.name} ({content.language})
          </Trans>
        </p>
      ) : null}
      {content.header === null || content.header === '' ? null : <strong dir="auto">{content.header}</strong>}
      <RichText text={content.body} />
      {content.footer === null || content.footer === '' ? null : (
        <p className={styles['small']} dir="auto">
          {content.footer}
        </p>
      )}
      {content.buttons.map((button) => (
        <p key={button} className={styles['button']} dir="auto">
          <MessageSquareReply size={16} aria-hidden="true" />
          {button}
        </p>
      ))}
    </div>
  );
}

/** Ours: articles that were sent. */
export function ProductsMessage({ content }: Of<'products'>) {
  return (
    <div className={styles['cards']}>
      {content.header === null || content.header === '' ? null : <strong dir="auto">{content.header}</strong>}
      {content.form === 'catalogue' ? (
        <p className={styles['small']}>
          <Trans>The whole catalogue</Trans>
        </p>
      ) : null}
      {content.sections.map((section) => (
        <div key={`${section.title ?? ''} ${section.products[0]?.retailerId ?? ''}`} className={styles['section']}>
          {section.title === null || section.title === '' ? null : <strong dir="auto">{section.title}</strong>}
          {section.products.map((product) => (
            <ProductCard key={product.retailerId} product={product} />
          ))}
        </div>
      ))}
      {content.body === '' ? null : <RichText text={content.body} />}
      {content.footer === null || content.footer === '' ? null : (
        <p className={styles['small']} dir="auto">
          {content.footer}
        </p>
      )}
    </div>
  );
}

/** A reaction, or an edit, to a message that is not here. */
export function LooseMessage({ content }: Of<'reaction' | 'edit'>) {
  if (content.kind === 'edit') {
    return (
      <div className={styles['cards']}>
        <p className={styles['small']}>
          <Trans>Edited a message that is not here. It says now:</Trans>
        </p>
        <RichText text={content.text} />
      </div>
    );
  }
  return content.emoji === null ? (
    <p className={styles['small']}>
      <Trans>Took back a reaction to a message that is not here.</Trans>
    </p>
  ) : (
    <p>
      <Trans>Reacted with {content.emoji} to a message that is not here.</Trans>
    </p>
  );
}
