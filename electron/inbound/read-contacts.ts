import type { ContactCard } from '../../shared/contract/messages.ts';
import { cleanName } from '../../shared/domain/customer-identity.ts';
import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { InboundContent } from './inbound-event.ts';

/** As many cards are kept of one message; the rest can be read in the raw text. */
const AT_MOST = 50;
const ADDRESS_PARTS = ['street', 'zip', 'city', 'state', 'country'];

/** Contact cards; `asked` where the customer answered a request for them. Null where there is no list. */
export function readContacts(message: Fields): InboundContent | null {
  if (!Array.isArray(message['contacts'])) return null;
  const cards = objectsOf(message['contacts']).slice(0, AT_MOST);
  return { kind: 'contacts', cards: cards.map(readCard), asked: cards.some((card) => textOf(card['origin']) === 'contact_request') };
}

function readCard(card: Fields): ContactCard {
  const name = fieldsOf(card['name']);
  const parts = ['prefix', 'first_name', 'middle_name', 'last_name', 'suffix'].flatMap((part) => textOf(name?.[part]) ?? []);
  const org = fieldsOf(card['org']);
  return {
    name: cleanName(textOf(name?.['formatted_name']) ?? parts.join(' ')),
    phones: objectsOf(card['phones']).flatMap((entry) => {
      const waId = textOf(entry['wa_id']);
      const phone = textOf(entry['phone']) ?? waId;
      return phone === null ? [] : [{ phone, waId, type: textOf(entry['type']) }];
    }),
    emails: objectsOf(card['emails']).flatMap((entry) => textOf(entry['email']) ?? []),
    addresses: objectsOf(card['addresses']).flatMap((entry) => ADDRESS_PARTS.flatMap((part) => textOf(entry[part]) ?? []).join(', ') || []),
    urls: objectsOf(card['urls']).flatMap((entry) => textOf(entry['url']) ?? []),
    organisation: ['company', 'department', 'title'].flatMap((part) => textOf(org?.[part]) ?? []).join(', ') || null,
    birthday: textOf(card['birthday']),
  };
}
