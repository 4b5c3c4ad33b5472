import type { ANSWER_KINDS } from '../../shared/contract/messages.ts';
import { type Fields, fieldsOf, rawOf, textOf } from '../wire/tolerant.ts';
import { readJson } from '../wire/read-json.ts';
import type { InboundContent } from './inbound-event.ts';

type Of = (typeof ANSWER_KINDS)[number];
type Pair = { name: string; value: string };
type Answer = Extract<InboundContent, { kind: 'answer' }>;

const AT_MOST = 200;

/** What a customer answered by a button, a list, a form or a dialogue of WhatsApp's; null where its object is missing. */
export function readInteractive(message: Fields): Answer | null {
  const own = fieldsOf(message['interactive']);
  const kind = textOf(own?.['type']) ?? Object.keys(own ?? {})[0] ?? '';
  const inner = fieldsOf(own?.[kind]);
  if (!inner) return null;
  const title = textOf(inner['title']) ?? '';
  const description = textOf(inner['description']);
  switch (kind) {
    case 'button_reply':
      return answer('button', title, description, []);
    case 'list_reply':
      return answer('list', title, description, []);
    case 'nfm_reply':
      return readForm(inner);
    case 'call_permission_reply':
      return answer('call-permission', textOf(inner['response']) ?? '', null, pairsOf(inner, ['response']));
    case 'payment_method':
    case 'payment_notification':
      return answer('payment', textOf(inner['payment_method']) ?? textOf(inner['reference_id']) ?? '', null, pairsOf(inner, []));
    default:
      return answer('other', title === '' ? kind : title, description, pairsOf(inner, ['title', 'description', 'id']));
  }
}

/** A template's quick reply. */
export function readTemplateButton(message: Fields): Answer | null {
  const own = fieldsOf(message['button']);
  return own && answer('template-button', textOf(own['text']) ?? textOf(own['payload']) ?? '', null, []);
}

/** An answered form: its fields are JSON in a text, which has been seen to hold no object at all. */
function readForm(inner: Fields): Answer {
  const json = inner['response_json'];
  const parsed = typeof json === 'string' ? readJson(json) : json;
  const object = fieldsOf(parsed);
  // A form's token says nothing to people; an address stands in an object of its own.
  const values = object ? { ...object, ...fieldsOf(object['values']) } : null;
  const plain = parsed === undefined ? textOf(json) : rawOf(parsed);
  const fields = values ? pairsOf(values, ['flow_token', 'values']) : plain === null || plain === '' ? [] : [{ name: '', value: plain }];
  const body = textOf(inner['body']);
  return answer(textOf(inner['name']) === 'address_message' ? 'address' : 'flow', body ?? '', null, fields);
}

function pairsOf(object: Fields, without: readonly string[]): Pair[] {
  return Object.entries(object)
    .filter(([name, value]) => !without.includes(name) && rawOf(value) !== '' && value !== null)
    .slice(0, AT_MOST)
    .map(([name, value]) => ({ name, value: rawOf(value).slice(0, 4096) }));
}

function answer(of: Of, title: string, description: string | null, fields: Pair[]): Answer {
  return { kind: 'answer', of, title, description, fields };
}
