type Kind = {
  /** The message as Meta writes it, without sender, id and time. */
  message: Readonly<Record<string, unknown>>;
  /** What its own view shows, in English; a card that knows nothing of the kind would not. */
  shows: readonly RegExp[];
  /** Roles with names that its view offers. */
  offers?: readonly ['button' | 'link' | 'group', RegExp][];
};

const file = { mime_type: 'image/jpeg', sha256: 'x' };
const text = (body: string, over: object = {}): Kind['message'] => ({ type: 'text', text: { body }, ...over });

/** One message of every kind that a customer can send; fictional people and places. Where one speaks of another, that is the `wamid.kind.0`. */
export const KINDS: Readonly<Record<string, Kind>> = {
  text: { message: text('See *this*: https://shop.example/bread and javascript:alert(1)'), shows: [/^See this: https/], offers: [['button', /shop\.example/]] },
  emoji: { message: text('👍'), shows: [/👍/] },
  image: { message: { type: 'image', image: { id: '111', ...file, caption: 'My _photo_' } }, shows: [/My photo/, /Photo/] },
  video: { message: { type: 'video', video: { id: '114', ...file, mime_type: 'video/mp4' } }, shows: [/Video/] },
  voice: { message: { type: 'audio', audio: { id: '112', ...file, mime_type: 'audio/ogg; codecs=opus', voice: true } }, shows: [/Voice message/] },
  'audio file': { message: { type: 'audio', audio: { id: '115', ...file, mime_type: 'audio/amr' } }, shows: [/Sound/] },
  document: { message: { type: 'document', document: { id: '113', ...file, mime_type: 'application/pdf', filename: 'list.pdf' } }, shows: [/list\.pdf/] },
  sticker: { message: { type: 'sticker', sticker: { id: '116', ...file, mime_type: 'image/webp' } }, shows: [/Sticker/] },
  location: {
    message: { type: 'location', location: { latitude: 53.9, longitude: 7.75, name: 'North pier', address: '3 Harbour Walk' } },
    shows: [/North pier/, /3 Harbour Walk/, /53\.9, 7\.75/],
    offers: [['button', /Show on the map/]],
  },
  contacts: {
    message: {
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'Robin Miller', first_name: 'Robin' }, phones: [{ phone: '+1 650-555-0164', type: 'HOME' }] }],
    },
    shows: [/Robin Miller/, /650-555-0164/],
    offers: [['button', /Save contact: Robin Miller/]],
  },
  'button answer': {
    message: { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'Pick up' } } },
    shows: [/Pick up/],
  },
  'list answer': {
    message: { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'Tomorrow', description: 'Before noon' } } },
    shows: [/Tomorrow/, /Before noon/],
  },
  form: {
    message: {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"pickup_day":"Saturday","allergies":["nuts","milk"]}' } },
    },
    shows: [/Pickup day/, /Saturday/, /nuts, milk/],
  },
  quote: { message: text('About that', { context: { from: '15550783881', id: 'wamid.kind.0' } }), shows: [/About that/], offers: [['button', /See \*?this/]] },
  forwarded: { message: text('Passed on', { context: { forwarded: true } }), shows: [/Forwarded/] },
  advertisement: {
    message: text('I saw this', { referral: { source_url: 'https://fb.example/ad', source_type: 'ad', headline: 'Walnut cake', body: 'This weekend' } }),
    shows: [/Came from an advertisement/, /Walnut cake/, /This weekend/],
  },
  group: { message: text('In the group', { group_id: 'group-1' }), shows: [/Written in a group/] },
  unsupported: {
    message: { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }], unsupported: { type: 'poll' } },
    shows: [/could not pass on/, /Look at the phone/, /poll/],
  },
  'number changed': {
    message: { type: 'system', system: { body: 'changed', type: 'user_changed_number', wa_id: '16505550112' } },
    shows: [/number/],
  },
  welcome: { message: { type: 'request_welcome' }, shows: [/opened the chat for the first time/] },
  'unknown kind': {
    message: { type: 'never_heard_of', never_heard_of: { a: 1 } },
    shows: [/does not know yet: never_heard_of/],
    offers: [['button', /Show what arrived/]],
  },
};

/** What changes messages that came before: an edit, a deletion and a reaction, each about one of `KINDS` by its place. */
export const CHANGES: readonly Kind['message'][] = [
  { type: 'reaction', reaction: { message_id: 'wamid.kind.0', emoji: '🎂' } },
  { type: 'edit', edit: { original_message_id: 'wamid.kind.14', message: { context: { id: 'M0' }, type: 'text', text: { body: 'Passed on, edited' } } } },
  { type: 'revoke', revoke: { original_message_id: 'wamid.kind.1' } },
];
