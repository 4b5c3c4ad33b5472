/**
 * Meta's webhook JSON, as Meta documents it (Cloud API; checked against what was really seen, see docs/wire.md). These types say
 * what may be there, for whoever writes it; whoever reads it expects any of it to be missing, because every one has been seen so.
 */
export type WebhookBody = { object: 'whatsapp_business_account'; entry: Entry[] };
export type Entry = { id: string; changes: Change[] };
export type Change = { field: string; value: ChangeValue };

/** The value of a `messages` change; the On-Premises API sent this very object without the envelope around it. */
export type ChangeValue = {
  messaging_product?: 'whatsapp';
  metadata?: { display_phone_number: string; phone_number_id: string };
  contacts?: Contact[];
  messages?: InboundMessage[];
  statuses?: Status[];
  errors?: WireError[];
  user_id_update?: UserIdUpdate[];
  /** Of the fields `smb_message_echoes` and `history`, which the phone's own app brings. */
  message_echoes?: unknown[];
  history?: unknown[];
};

export type Contact = { profile?: { name?: string; username?: string }; wa_id?: string; user_id?: string; parent_user_id?: string };

export type InboundMessage = {
  id: string;
  /** Digits; omitted where Meta may not share it. */
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  /** Unix seconds, as a string. */
  timestamp: string;
  type: string;
  context?: {
    from?: string;
    id?: string;
    forwarded?: boolean;
    frequently_forwarded?: boolean;
    referred_product?: { catalog_id: string; product_retailer_id: string };
  };
  errors?: WireError[];
  text?: { body: string };
  order?: Order;
  image?: { id: string; mime_type: string; sha256: string; caption?: string };
  /** The button that was pressed; `context.id` names the message it stood under. */
  interactive?: { type: string; button_reply?: { id: string; title: string }; [answer: string]: unknown };
  /** A template's quick reply. */
  button?: { payload: string | null; text: string };
  location?: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
  system?: { body: string; type: string; wa_id?: string; user_id?: string };
  [type: string]: unknown;
};

export type Order = { catalog_id: string; text?: string; product_items: OrderItem[] };
/** `item_price` is in major units; `product_item` (the singular) is how the old page spells the list. */
export type OrderItem = { product_retailer_id: string; quantity: number; item_price: number; currency: string };

export type Status = {
  id: string;
  status: string;
  timestamp: string;
  recipient_id?: string;
  recipient_user_id?: string;
  biz_opaque_callback_data?: string;
  pricing?: { billable: boolean; pricing_model: string; type: string; category: string };
  errors?: WireError[];
};

export type WireError = { code: number; title: string; message?: string; error_data?: { details: string }; href?: string };

/** A business-scoped user id was replaced (field `user_id_update`). */
export type UserIdUpdate = { wa_id?: string; detail?: string; user_id: { previous: string; current: string }; timestamp: string };
