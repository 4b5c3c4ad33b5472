import type { CARD_FACTS, MediaKind, plainContents, Pricing, Referral } from '../../shared/contract/messages.ts';
import type { z } from 'zod';
import type { Alias } from '../../shared/domain/customer-identity.ts';
import type { Tick } from '../../shared/domain/message-status.ts';
import type { Reason } from '../../shared/domain/reason.ts';

/** What a webhook body says, in our words and without a trace of its shape. Times are ms since epoch. */
export type InboundEvent = InboundMessageEvent | TickEvent | DeletedEvent | AliasesEvent | PhoneNameEvent | { kind: 'meta-test' };

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
  /** Of a reaction, an edit and a deletion: the message that it is about. */
  contextWamid: string | null;
  product: ProductRef | null;
  /** The id of the button that was pressed; null where none was. */
  buttonId: string | null;
  /** The file that it carries; null also where Meta named none. */
  media: InboundMedia | null;
  /** `out`: the shop wrote it on its phone. */
  direction: 'in' | 'out';
  /** Of the shop's own: how far it got. */
  status: Tick | null;
  /** Out of the phone's history: nothing is told, rung or counted. */
  history: boolean;
  forwarded: 0 | 1 | 2;
  groupId: string | null;
  referral: Referral | null;
};

export type InboundMedia = {
  kind: MediaKind;
  waId: string;
  mimeType: string | null;
  filename: string | null;
  sha256: string | null;
  url: string | null;
};

export type ProductRef = { catalogId: string; retailerId: string };
export type CardFact = { fact: (typeof CARD_FACTS)[number]; value: string };
export type InboundContent =
  | z.infer<(typeof plainContents)[number]>
  | { kind: 'media'; media: MediaKind; caption: string | null; voice: boolean; animated: boolean }
  | { kind: 'reaction'; emoji: string; targetWamid: string }
  | { kind: 'edit'; text: string; targetWamid: string }
  | { kind: 'order'; order: InboundOrder };

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
  pricing: Pricing | null;
  /** Whom it went to, as far as it says so. */
  recipient: Alias[];
};

/** A message was deleted by who wrote it (the old `deleted` status, or `revoke`). */
export type DeletedEvent = { kind: 'deleted'; wamid: string; at: number | null; direction: 'in' | 'out' };

/** The phone's address book has this name for them. */
export type PhoneNameEvent = { kind: 'phone-name'; aliases: Alias[]; name: string; at: number | null };

/** These aliases are one and the same person's (a number changed, a business-scoped id rotated). */
export type AliasesEvent = { kind: 'aliases'; aliases: Alias[]; at: number | null };

export type ParsedWebhook = {
  shape: 'cloud' | 'onprem' | 'none';
  events: InboundEvent[];
  /** The WhatsApp Business account that it came by, and the number of it; null where it names none. */
  account: { wabaId: string; phoneNumberId: string } | null;
  /** Parts that could not be read, each in a few words for the page; empty when all was read. */
  problems: string[];
  /** Parts that were understood and change nothing here. */
  silent: number;
};

/** What the reader of one part gives: events, or a problem in a few words, or both; neither: it was understood and changes nothing. */
export type PartRead = { events: InboundEvent[]; problem: string | null };
