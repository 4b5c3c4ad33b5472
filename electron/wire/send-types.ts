/** `POST /{phone}/messages`, as the Graph API takes and answers it. */
export type SendRequest = SendKind & {
  messaging_product: 'whatsapp';
  recipient_type: 'individual';
  /** Phone number with "+"; wins over `recipient`. */
  to?: string;
  /** Business-scoped user id. */
  recipient?: string;
  context?: { message_id: string };
  /** Comes back in every status webhook of the message; at most 512 characters. */
  biz_opaque_callback_data: string;
};

/** The kinds that are sent, each in the object that is named as the type. */
export type SendKind =
  | { type: 'text'; text: { body: string; preview_url: boolean } }
  | { type: 'interactive'; interactive: Interactive }
  | { type: 'template'; template: Template };

/** Reply buttons: 1 to 3, ids of at most 256 and titles of at most 20 characters, both unique; the body at most 1024. */
export type Interactive =
  | { type: 'button'; body: { text: string }; action: { buttons: { type: 'reply'; reply: { id: string; title: string } }[] } }
  | { type: 'location_request_message'; body: { text: string }; action: { name: 'send_location' } };

/** Positional parameters; a template without any has no components. */
export type Template = {
  name: string;
  language: { code: string };
  components?: { type: 'body'; parameters: { type: 'text'; text: string }[] }[];
};

export type SendAnswer = {
  messaging_product: 'whatsapp';
  contacts: { input: string; wa_id?: string; user_id?: string }[];
  messages: { id: string; message_status?: string }[];
};

export type GraphErrorBody = {
  error: {
    message: string;
    type: string;
    code: number;
    error_subcode?: number;
    error_data?: { messaging_product?: 'whatsapp'; details: string };
    fbtrace_id: string;
  };
};

/** `GET /{catalog}/products`, as far as it is asked for. */
export type ProductsAnswer = { data: ProductItem[]; paging?: { cursors?: { after?: string }; next?: string } };
export type ProductItem = {
  id: string;
  retailer_id: string;
  name?: string;
  /** Display text, localised: never computed with. */
  price?: string;
  currency?: string;
  availability?: string;
  inventory?: number;
  image_url?: string;
};
