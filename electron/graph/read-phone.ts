import { type Fields, fieldsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';
import { type Health, readHealth } from './read-health.ts';
import { NUMBER_FIELDS, type NumberFacts, readNumberFacts } from './read-number-facts.ts';

/** Where Meta sends a number's webhooks, by level; null: nothing is set there, or it was not told. */
export type CallbacksAtMeta = { number: string | null; account: string | null; app: string | null };

export type PhoneFacts = NumberFacts & {
  /** Also in the WhatsApp Business app (coexistence). */
  onBusinessApp: boolean | null;
  /** TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED, UNTIERED. */
  limit: string | null;
  health: Health | null;
  /** Null: Meta did not tell it. */
  callbacks: CallbacksAtMeta | null;
};

/** Fields that came late or may go: asked apart, and one by one where Meta does not know one of them. */
const RISKY = ['webhook_configuration', 'health_status', 'is_on_biz_app', 'whatsapp_business_manager_messaging_limit'] as const;
const BAD_PARAMETER = 100;

/** `GET /{phone}`: what Meta tells of a number, in two calls; fields that it does not know are null, and take no other with them. */
export async function readPhone(access: GraphAccess, phoneNumberId: string): Promise<{ ok: true; phone: PhoneFacts } | GraphFailure> {
  const node = encodeURIComponent(phoneNumberId);
  const ask = (fields: string) => callGraph({ access, path: `${node}?fields=${fields}`, timeoutMs: 20_000 });
  const answer = await ask(NUMBER_FIELDS);
  if (!answer.ok) return answer;
  const facts = readNumberFacts(fieldsOf(answer.body));
  if (!facts) return { ok: false, kind: 'unknown', cause: 'an answer without an id' };
  const more = await askRisky(ask);
  if ('ok' in more) return more;
  const { risky } = more;
  const callbacks = fieldsOf(risky['webhook_configuration']);
  const onApp = risky['is_on_biz_app'];
  return {
    ok: true,
    phone: {
      ...facts,
      onBusinessApp: typeof onApp === 'boolean' ? onApp : null,
      limit: textOf(risky['whatsapp_business_manager_messaging_limit']),
      health: readHealth(risky),
      callbacks: callbacks && {
        number: textOf(callbacks['phone_number']),
        account: textOf(callbacks['whatsapp_business_account']),
        app: textOf(callbacks['application']),
      },
    },
  };
}

async function askRisky(ask: (fields: string) => ReturnType<typeof callGraph>): Promise<{ risky: Fields } | GraphFailure> {
  const all = await ask(RISKY.join(','));
  if (all.ok) return { risky: fieldsOf(all.body) ?? {} };
  if (all.kind !== 'refused' || all.code !== BAD_PARAMETER) return all;
  const singly = await Promise.all(RISKY.map((field) => ask(field)));
  const failed = singly.find((answer) => !answer.ok && (answer.kind !== 'refused' || answer.code !== BAD_PARAMETER));
  if (failed && !failed.ok) return failed;
  return { risky: Object.assign({}, ...singly.map((answer) => (answer.ok ? fieldsOf(answer.body) : null))) as Fields };
}
