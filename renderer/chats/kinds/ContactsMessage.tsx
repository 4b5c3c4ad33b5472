import { Trans, useLingui } from '@lingui/react/macro';
import { Contact, Download } from 'lucide-react';
import type { ContactCard, MessageContent } from '../../../shared/contract/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { addressOf } from './find-links.ts';
import { SafeLink } from './SafeLink.tsx';
import { writeVcard } from './write-vcard.ts';
import styles from './KindCard.module.css';

/** Contact cards that a customer passed on. */
export function ContactsMessage({ content }: { content: Extract<MessageContent, { kind: 'contacts' }> }) {
  return (
    <div className={styles['cards']}>
      {content.asked ? (
        <p className={styles['small']}>
          <Trans>Answer to your request</Trans>
        </p>
      ) : null}
      {content.cards.map((card) => (
        <Card key={writeVcard(card)} card={card} />
      ))}
    </div>
  );
}

function Card({ card }: { card: ContactCard }) {
  const { t } = useLingui();
  return (
    <div className={styles['card']}>
      <p className={styles['head']}>
        <Contact size={20} aria-hidden="true" />
        <strong dir="auto">{card.name || <Trans>Without a name</Trans>}</strong>
      </p>
      {card.organisation === null ? null : <p dir="auto">{card.organisation}</p>}
      {card.phones.map(({ phone }) => (
        <Line key={phone} text={phone} href={addressOf(`tel:${phone}`)} />
      ))}
      {card.emails.map((email) => (
        <Line key={email} text={email} href={addressOf(`mailto:${email}`)} />
      ))}
      {card.urls.map((url) => (
        <Line key={url} text={url} href={addressOf(url)} />
      ))}
      {card.addresses.map((address) => (
        <p key={address} dir="auto">
          {address}
        </p>
      ))}
      {card.birthday === null ? null : <p className={styles['small']}>{card.birthday}</p>}
      <p className={styles['row']}>
        <Button size="small" aria-label={t`Save contact: ${card.name}`} onPress={() => save(card)}>
          <Download size={15} aria-hidden="true" />
          <Trans>Save contact</Trans>
        </Button>
      </p>
    </div>
  );
}

function Line({ text, href }: { text: string; href: string | null }) {
  return <p dir="auto">{href === null ? text : <SafeLink href={href}>{text}</SafeLink>}</p>;
}

function save(card: ContactCard): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writeVcard(card)], { type: 'text/vcard' }));
  link.download = `${card.name.replaceAll(/[^\p{L}\p{N} .-]/gu, '').slice(0, 60) || 'contact'}.vcf`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
