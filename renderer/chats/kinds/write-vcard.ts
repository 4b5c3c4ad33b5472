import type { ContactCard } from '../../../shared/contract/messages.ts';

/** A contact card as a file that address books read (vCard 3.0, RFC 2426). */
export function writeVcard(card: ContactCard): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(card.name)}`,
    `N:${escaped(card.name)};;;;`,
    ...(card.organisation === null ? [] : [`ORG:${escaped(card.organisation)}`]),
    ...card.phones.map(({ phone }) => `TEL:${escaped(phone)}`),
    ...card.emails.map((email) => `EMAIL:${escaped(email)}`),
    ...card.addresses.map((address) => `ADR:;;${escaped(address)};;;;`),
    ...card.urls.map((url) => `URL:${escaped(url)}`),
    ...(card.birthday === null ? [] : [`BDAY:${escaped(card.birthday)}`]),
    'END:VCARD',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}
