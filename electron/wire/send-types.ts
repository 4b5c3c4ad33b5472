/** `POST /{phone}/messages`, as the Graph API takes and answers it. */
export type SendRequest = {
  messaging_product: 'whatsapp';
  recipient_type: 'individual';
  /** Phone number with "+"; wins over `recipient`. */
  to?: string;
  /** Business-scoped user id. */
  recipient?: string;
  type: 'text';
  text: { body: string; preview_url: boolean };
  context?: { message_id: string };
  /** Comes back in every status webhook of the message; at most 512 characters. */
  biz_opaque_callback_data: string;
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
