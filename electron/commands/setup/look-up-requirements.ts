import type { RequirementView } from '../../../shared/contract/setup.ts';
import { readCommerceSettings } from '../../graph/commerce-settings.ts';
import { explainFailure, type Explained } from '../../graph/explain-failure.ts';
import { fetchCatalogs } from '../../graph/fetch-catalogs.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import type { Health } from '../../graph/read-health.ts';
import { type PhoneFacts, readPhone } from '../../graph/read-phone.ts';

type Found = Pick<RequirementView, 'state' | 'details'>;
const found = (state: RequirementView['state'], details: string | null = null): Found => ({ state, details });

/** States of a number that can neither send nor receive. */
const OFF: ReadonlySet<string> = new Set(['PENDING', 'OFFLINE', 'DISCONNECTED', 'DELETED', 'BANNED', 'MIGRATED', 'UNVERIFIED']);

/**
 * Looks up what an order needs beyond a connection; refused where Meta does not even tell of the number. What it tells by no call is `unknown`.
 * @param canReadCatalogue false where the token lacks that right: an empty list says nothing then
 */
export async function lookUpRequirements(
  access: GraphAccess,
  { wabaId, phoneNumberId }: { wabaId: string; phoneNumberId: string },
  canReadCatalogue: boolean,
  now: number,
): Promise<{ ok: true; requirements: RequirementView[] } | Explained> {
  const [phone, catalogues, commerce] = await Promise.all([
    readPhone(access, phoneNumberId),
    wabaId === '' ? null : fetchCatalogs(access, wabaId),
    readCommerceSettings(access, phoneNumberId),
  ]);
  if (!phone.ok) return explainFailure(phone);
  const flag = (value: boolean | null): Found => found(value === null ? 'unknown' : value ? 'good' : 'bad');
  const view = (kind: RequirementView['kind'], what: Found): RequirementView => ({ kind, ...what, checkedAt: now });
  const untold = commerce.ok ? null : found('unknown', explainFailure(commerce).details);
  return {
    ok: true,
    requirements: [
      // No call tells it (2026): an app in development mode is only seen by what does not arrive.
      view('app-live', found('unknown')),
      view('number-registered', registered(phone.phone)),
      view('payment-method', payment(phone.phone.health)),
      view('catalogue-connected', catalogue(catalogues, canReadCatalogue)),
      view('cart-on', untold ?? flag(commerce.ok ? commerce.commerce.cart : null)),
      view('catalogue-visible', untold ?? flag(commerce.ok ? commerce.commerce.visible : null)),
    ],
  };
}

function registered({ platform, status }: PhoneFacts): Found {
  const details = [platform, status].filter((text) => text !== null).join(', ') || null;
  if (platform === null && status === null) return found('unknown');
  if (platform !== null && platform !== 'CLOUD_API') return found('bad', details);
  return found(status !== null && OFF.has(status) ? 'bad' : 'good', details);
}

/** Meta's codes about paying, within `health_status` (its page, 2026), and words where the code is another. */
const PAYMENT_CODES: ReadonlySet<number> = new Set([141006, 131042, 134011]);
const PAYMENT_WORDS = /payment|billing|credit line/i;

/** Health tells a missing payment method among its errors; one that tells of none is the only sign that there is one. */
function payment(health: Health | null): Found {
  if (!health) return found('unknown');
  const errors = health.entities.flatMap((entity) => entity.errors);
  const fault = errors.find(({ code, description }) => (code !== null && PAYMENT_CODES.has(code)) || PAYMENT_WORDS.test(description ?? ''));
  if (fault) return found('bad', fault.description);
  return found(health.canSend === 'AVAILABLE' ? 'good' : 'unknown');
}

function catalogue(answer: Awaited<ReturnType<typeof fetchCatalogs>> | null, canReadCatalogue: boolean): Found {
  if (!answer) return found('unknown');
  if (!answer.ok) return found('unknown', explainFailure(answer).details);
  const [first] = answer.catalogues;
  if (first) return found('good', first.name ?? first.id);
  return canReadCatalogue ? found('bad') : found('unknown', 'catalog_management');
}
