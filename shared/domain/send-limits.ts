import type { Reason } from './reason.ts';

/** What the shop can send, as far as Meta limits it. A template's `fields` fill its body in their order. */
export type Sendable =
  | { kind: 'text'; body: string }
  | { kind: 'buttons'; body: string; buttons: readonly { id: string; title: string }[] }
  | { kind: 'location-request'; body: string }
  | { kind: 'template'; name: string; language: string; fields: readonly string[] };

/** Meta's limit of a text's body, in characters. */
export const TEXT_LIMIT = 4096;
/** Meta's limit of the body of anything with buttons. */
export const BODY_LIMIT = 1024;
export const BUTTON_TITLE_LIMIT = 20;
const BUTTON_ID_LIMIT = 256;
const BUTTONS_LIMIT = 3;

/** True for what can be sent; a stored message may also be an order or a card, which only customers send. */
export function isSendable<T extends { kind: string }>(content: T): content is Extract<T, { kind: Sendable['kind'] }> {
  return content.kind === 'text' || content.kind === 'buttons' || content.kind === 'location-request' || content.kind === 'template';
}

/** Why Meta would not take this as it is; null where it would. Source: Meta's pages on text, reply buttons, location requests and templates. */
export function refusedBy(content: Sendable): Reason | null {
  switch (content.kind) {
    case 'text':
      return bodyFault([...content.body].length, content.body, TEXT_LIMIT);
    case 'location-request':
      return bodyFault(content.body.length, content.body, BODY_LIMIT);
    case 'buttons':
      return bodyFault(content.body.length, content.body, BODY_LIMIT) ?? (buttonsFit(content.buttons) ? null : 'bad-parameter');
    case 'template':
      return templateFits(content) ? null : 'template-problem';
  }
}

function bodyFault(length: number, body: string, limit: number): Reason | null {
  if (body.trim() === '') return 'empty-text';
  return length > limit ? 'text-too-long' : null;
}

function buttonsFit(buttons: readonly { id: string; title: string }[]): boolean {
  const distinct = (values: string[]) => new Set(values).size === buttons.length;
  const fits = (value: string, limit: number) => value.trim() !== '' && value.length <= limit;
  return (
    buttons.length >= 1 &&
    buttons.length <= BUTTONS_LIMIT &&
    buttons.every(({ id, title }) => fits(id, BUTTON_ID_LIMIT) && fits(title, BUTTON_TITLE_LIMIT)) &&
    distinct(buttons.map(({ id }) => id)) &&
    distinct(buttons.map(({ title }) => title))
  );
}

/** Meta takes no empty field; line breaks are smoothed when it is sent. */
function templateFits({ name, language, fields }: Extract<Sendable, { kind: 'template' }>): boolean {
  return /^[a-z0-9_]{1,512}$/.test(name) && /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language) && fields.every((field) => field.trim() !== '');
}
