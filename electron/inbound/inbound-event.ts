import type { Alias } from '../../shared/domain/customer-identity.ts';
import type { Tick } from '../../shared/domain/message-status.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { CARD_FACTS } from '../../shared/contract/messages.ts';

/** What a webhook body says, in our words and without a trace of its shape. Times are ms since epoch. */
export type InboundEvent = InboundMessageEvent | TickEvent | DeletedEvent | AliasesEvent | { kind: 'meta-test' };

export type InboundMessageEvent = {
  kind: 'message';
  phoneNumberId: string;
  wamid: string;
  aliases: Alias[];
  name: string | null;
  username: string | null;
  /** Null where the timestamp is missing or unreadable. */
  sentAt: number | null;
  type: string;
  content: InboundContent;
  contextWamid: string | null;
  product: ProductRef | null;
  /** The id of the button that was pressed; null where none was. */
  buttonId: string | null;
};

export type ProductRef = { catalogId: string; retailerId: string };
export type CardFact = { fact: (typeof CARD_FACTS)[number]; value: string };
export type InboundContent = { kind: 'text'; body: string } | { kind: 'card'; type: string; facts: CardFact[] } | { kind: 'order'; order: InboundOrder };

export type InboundOrder = { catalogId: string; note: string | null; lines: InboundOrderLine[] };
export type InboundOrderLine = {
  retailerId: string;
  quantity: number | null;
  quantityRaw: string;
  unitMinor: number | null;
  currency: string | null;
  unitRaw: string;
};

export type TickEvent = {
  kind: 'tick';
  wamid: string;
  /** The id of ours that the send call carried. */
  callbackId: string | null;
  status: Tick;
  at: number | null;
  failure: { reason: Reason; code: number | null; details: string | null } | null;
};

/** The customer deleted a message of theirs (the old `deleted` status, or `revoke`). */
export type DeletedEvent = { kind: 'deleted'; wamid: string; at: number | null };

/** These aliases are one and the same person's (a number changed, a business-scoped id rotated). */
export type AliasesEvent = { kind: 'aliases'; aliases: Alias[]; at: number | null };

export type ParsedWebhook = {
  shape: 'cloud' | 'onprem' | 'none';
  events: InboundEvent[];
  /** The WhatsApp Business account that it came by, and the number of it; null where it names none. */
  account: { wabaId: string; phoneNumberId: string } | null;
  /** Parts that could not be read, each in a few words for the page; empty when all was read. */
  problems: string[];
};

/** What the reader of one part gives: events, or a problem in a few words, or both. */
export type PartRead = { events: InboundEvent[]; problem: string | null };
