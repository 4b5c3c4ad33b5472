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
  | { type: 'image'; image: CaptionedFile }
  | { type: 'video'; video: CaptionedFile }
  | { type: 'document'; document: CaptionedFile & { filename?: string } }
  /** `voice`: shown as a voice note; Ogg with Opus only. */
  | { type: 'audio'; audio: { id: string; voice?: true } }
  | { type: 'sticker'; sticker: { id: string } }
  /** An empty emoji withdraws it. */
  | { type: 'reaction'; reaction: { message_id: string; emoji: string } }
  /** Decimal degrees as text. */
  | { type: 'location'; location: { latitude: string; longitude: string; name?: string; address?: string } }
  | { type: 'interactive'; interactive: Interactive }
  | { type: 'template'; template: Template };

/** A file that was uploaded; the caption has at most 1024 characters. */
type CaptionedFile = { id: string; caption?: string };

type Words = { text: string };
/** Heading and footer of at most 60 characters each. */
type Around = { header?: { type: 'text'; text: string }; footer?: Words };
type Article = { product_retailer_id: string };

/**
 * Bodies of at most 1024 characters. Reply buttons: 1 to 3, ids of at most 256 and titles of at most 20 characters, both unique. A list of
 * articles: a heading, 1 to 10 sections with titles of at most 24 characters, 1 to 30 articles. A carousel: 2 to 10 cards.
 */
export type Interactive =
  | ({ type: 'button'; body: Words; action: { buttons: { type: 'reply'; reply: { id: string; title: string } }[] } } & Around)
  | { type: 'location_request_message'; body: Words; action: { name: 'send_location' } }
  | { type: 'request_contact_info'; body: Words; action: { name: 'request_contact_info' } }
  | { type: 'product'; body?: Words; footer?: Words; action: { catalog_id: string; product_retailer_id: string } }
  | ({ type: 'product_list'; body: Words; action: { catalog_id: string; sections: { title?: string; product_items: Article[] }[] } } & Around)
  | {
      type: 'catalog_message';
      body: Words;
      footer?: Words;
      action: { name: 'catalog_message'; parameters?: { thumbnail_product_retailer_id: string } };
    }
  | {
      type: 'carousel';
      body: Words;
      action: { cards: { card_index: number; type: 'product'; action: { product_retailer_id: string; catalog_id: string } }[] };
    };

/** `parameter_name` stands with named fields alone; positional ones go by their order. A template without any field has no components. */
export type Template = { name: string; language: { code: string }; components?: TemplateComponent[] };
type TextParameter = { type: 'text'; parameter_name?: string; text: string };
export type HeaderParameter =
  | TextParameter
  | { type: 'image'; image: { id: string } }
  | { type: 'video'; video: { id: string } }
  | { type: 'document'; document: { id: string; filename?: string } }
  | { type: 'product'; product: { product_retailer_id: string; catalog_id: string } };
export type TemplateComponent =
  | { type: 'header'; parameters: HeaderParameter[] }
  | { type: 'body'; parameters: TextParameter[] }
  | { type: 'button'; sub_type: 'url'; index: string; parameters: { type: 'text'; text: string }[] }
  | { type: 'button'; sub_type: 'quick_reply'; index: string; parameters: { type: 'payload'; payload: string }[] };

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
