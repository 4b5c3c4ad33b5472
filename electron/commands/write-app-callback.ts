import { appAccess } from '../graph/app-access.ts';
import { explainAppCall, type Explained } from '../graph/explain-failure.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { writeSubscription } from '../graph/write-subscription.ts';

/** What a shop wants to hear: messages, and what becomes of number, account and templates. Meta has had these for years. */
const LASTING = [
  'messages',
  'account_alerts',
  'account_review_update',
  'account_update',
  'business_capability_update',
  'message_template_quality_update',
  'message_template_status_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'template_category_update',
];
/** Came later: what was written on the phone where the number is in the Business app too, and changed user ids. */
const LATER = ['history', 'smb_app_state_sync', 'smb_message_echoes', 'user_id_update'];

/**
 * Writes the app's callback down, and asks for the fields that a shop wants beside those that are asked for already. A field that Meta does not know refuses the
 * whole call: then the later ones are done without.
 */
export async function writeAppCallback(
  access: GraphAccess,
  app: { id: string; secret: string },
  { callbackUrl, verifyToken, fields }: { callbackUrl: string; verifyToken: string; fields: readonly string[] },
): Promise<{ ok: true } | Explained> {
  const write = (wanted: readonly string[]) =>
    writeSubscription(appAccess(access, app), app.id, { callbackUrl, verifyToken, fields: [...new Set([...wanted, ...fields])] });
  const done = await write([...LASTING, ...LATER]);
  if (done.ok) return done;
  const explained = explainAppCall(done);
  if (explained.reason !== 'bad-parameter' || done.kind !== 'refused' || done.code !== 100) return explained;
  const again = await write(LASTING);
  return again.ok ? again : explainAppCall(again);
}
