import { describe, expect, test } from 'vitest';
import { callbackInForce, foreignCallback, judgeCallback, judgeSubscribed } from '../../electron/upkeep/judge-callback.ts';
import { judgeLoop, type LoopFacts } from '../../electron/upkeep/judge-loop.ts';
import { judgeAccount, judgeNumber } from '../../electron/upkeep/judge-number.ts';
import { judgeSignatures, type SignatureFacts } from '../../electron/upkeep/judge-signatures.ts';
import { judgeToken } from '../../electron/upkeep/judge-token.ts';
import { type MetaState, NOTHING_SEEN, type Seen } from '../../electron/upkeep/read-meta-state.ts';
import type { LoopState } from '../../electron/upkeep/watch-loop.ts';
import type { Reason } from '../../shared/domain/reason.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const HERE = 'https://shop.example/webhook';
const ELSEWHERE = 'https://other.example/webhook';
const BEFORE = 'https://before.example/webhook';

const seen = <V>(value: V, at = NOW): Seen<V> => ({ value, at, failure: null });
const failed = (reason: Reason, at = NOW): Seen<never> => ({ value: null, at: null, failure: { reason, details: 'Meta says so', at } });

type Phone = NonNullable<MetaState['phone']['value']>;
const phone = (over: Partial<Phone> = {}): Seen<Phone> =>
  seen<Phone>({
    id: '106',
    displayNumber: '+1 555-078-3881',
    verifiedName: 'Shop',
    quality: 'GREEN',
    status: 'CONNECTED',
    platform: 'CLOUD_API',
    onBusinessApp: false,
    limit: 'TIER_2K',
    health: null,
    callbacks: null,
    ...over,
  } as Phone);
const subscription = (callbackUrl: string | null, over = {}) => seen({ subscription: { callbackUrl, active: true, fields: ['messages'], ...over } });
const apps = (overrideUrl: string | null = null) => seen([{ id: '67', name: 'Shop', overrideUrl }]);
const meta = (over: Partial<MetaState> = {}): MetaState => ({ ...NOTHING_SEEN, appId: '67', wabaId: '102', ...over });

describe('the callback', () => {
  const registered = { level: 'app', callbackUrl: BEFORE, at: 1, verifiedAt: null } as const;
  const judge = (url: string | null, over: Partial<Parameters<typeof judgeCallback>[1]> = {}) =>
    judgeCallback(meta({ subscription: subscription(url), apps: apps() }), { callbackUrl: HERE, registered, foreignIsShopbell: null, ...over });

  test('in force is the number’s before the account’s before the app’s', () => {
    const callbacks = { number: ELSEWHERE, account: BEFORE, app: HERE };
    const all = { subscription: subscription(HERE), apps: apps(BEFORE) };
    expect(callbackInForce(meta({ ...all, phone: phone({ callbacks }) })).callback).toMatchObject({ url: ELSEWHERE, level: 'number' });
    expect(callbackInForce(meta({ ...all, phone: phone({ callbacks: { ...callbacks, number: null } }) })).callback).toMatchObject({
      url: BEFORE,
      level: 'account',
    });
    expect(callbackInForce(meta({ subscription: subscription(HERE), apps: apps() })).callback).toMatchObject({ url: HERE, level: 'app' });
    expect(callbackInForce(meta({ apps: apps() }))).toEqual({ known: false, callback: null, at: NOW });
  });

  test.each<[string, ReturnType<typeof judge>, string, string | null]>([
    ['here', judge(HERE), 'good', null],
    ['here, written otherwise', judge('HTTPS://shop.example:443/webhook/'), 'good', null],
    ['where this shop was before', judge(BEFORE), 'bad', 'callback-stale'],
    ['somewhere else', judge(ELSEWHERE), 'bad', 'callback-elsewhere'],
    ['somewhere else, before this shop wrote its own', judge(ELSEWHERE, { registered: { ...registered, at: NOW + 1 } }), 'bad', 'callback-stale'],
    ['at another Shopbell', judge(ELSEWHERE, { foreignIsShopbell: true }), 'bad', 'other-shopbell'],
    ['nowhere', judge(null), 'bad', 'not-registered'],
    ['somewhere, while this shop has no address', judge(BEFORE, { callbackUrl: null }), 'unknown', null],
  ])('%s', (_, proof, state, reason) => {
    expect(proof).toMatchObject({ kind: 'callback', state, reason });
  });

  test('that Meta does not tell is unknown, and never that of another', () => {
    expect(judgeCallback(meta({ phone: failed('meta-unreachable') }), { callbackUrl: HERE, registered: null, foreignIsShopbell: null })).toMatchObject({
      state: 'unknown',
      reason: 'meta-unreachable',
    });
    const state = meta({ subscription: subscription(ELSEWHERE), apps: apps() });
    expect([foreignCallback(state, HERE, registered), foreignCallback(state, ELSEWHERE, registered), foreignCallback(meta(), HERE, null)]).toEqual([
      ELSEWHERE,
      null,
      null,
    ]);
  });
});

test.each<[string, Partial<MetaState>, string, string | null]>([
  ['the app among the account’s', { apps: apps(), subscription: subscription(HERE) }, 'good', null],
  ['another app', { apps: seen([{ id: '68', name: null, overrideUrl: null }]) }, 'bad', 'not-subscribed'],
  ['no field messages', { apps: apps(), subscription: subscription(HERE, { fields: ['security'] }) }, 'bad', 'fields-missing'],
  ['a subscription that is off', { apps: apps(), subscription: subscription(HERE, { active: false }) }, 'bad', 'not-subscribed'],
  ['an app that asks for nothing', { apps: apps(), subscription: seen({ subscription: null }) }, 'bad', 'fields-missing'],
  ['no answer', { apps: failed('meta-unreachable') }, 'unknown', 'meta-unreachable'],
  ['an app that is not known', { apps: apps(), appId: '' }, 'unknown', 'app-unknown'],
])('subscribed: %s', (_, state, found, reason) => {
  expect(judgeSubscribed(meta(state))).toMatchObject({ state: found, reason });
});

describe('the own address', () => {
  const loop = (over: Partial<LoopState> = {}): LoopState => ({
    address: HERE,
    at: NOW,
    fault: 'unreachable',
    details: 'TIMEOUT',
    failures: 2,
    failingSince: NOW - 5 * MINUTE,
    goodAt: null,
    ...over,
  });
  const facts: LoopFacts = { own: false, everAnswered: true, since: NOW - DAY, metaAt: null, pace: 1, now: NOW };
  test.each<[string, LoopState, Partial<LoopFacts>, string, string | null]>([
    ['not asked yet', loop({ at: null }), {}, 'unknown', null],
    ['answers', loop({ fault: null }), {}, 'good', null],
    ['leads nowhere', loop(), {}, 'bad', 'loop-unreachable'],
    ['has a bad certificate', loop({ fault: 'certificate' }), {}, 'bad', 'loop-certificate'],
    ['is another’s', loop({ fault: 'shopbell' }), {}, 'bad', 'loop-other'],
    ['fails, but Meta came since', loop(), { metaAt: NOW - MINUTE }, 'warn', 'loop-blocked'],
    ['fails, and Meta came before', loop(), { metaAt: NOW - 6 * MINUTE }, 'bad', 'loop-unreachable'],
    ['fails, and Meta came since, long ago', loop({ failingSince: NOW - 60 * MINUTE }), { metaAt: NOW - 11 * MINUTE }, 'bad', 'loop-unreachable'],
    [
      'is one’s own and never answered, and Meta came by it',
      loop(),
      { own: true, everAnswered: false, metaAt: NOW - 23 * 60 * MINUTE },
      'warn',
      'loop-blocked',
    ],
    ['is one’s own, and did answer', loop(), { own: true, metaAt: NOW - 23 * 60 * MINUTE }, 'bad', 'loop-unreachable'],
    [
      'is one’s own, and Meta came by another',
      loop(),
      { own: true, everAnswered: false, since: NOW - MINUTE, metaAt: NOW - 23 * 60 * MINUTE },
      'bad',
      'loop-unreachable',
    ],
  ])('that %s', (_, state, over, found, reason) => {
    expect(judgeLoop(state, { ...facts, ...over })).toMatchObject({ state: found, reason, at: state.at });
  });
});

describe('the number', () => {
  test.each<[string, MetaState['phone'], string, string | null]>([
    ['connected', phone(), 'good', null],
    ['of low quality', phone({ quality: 'RED' }), 'warn', 'quality-low'],
    ['flagged', phone({ status: 'FLAGGED' }), 'warn', 'quality-low'],
    ['off', phone({ status: 'DISCONNECTED' }), 'bad', 'number-not-connected'],
    ['banned', phone({ status: 'BANNED' }), 'bad', 'number-not-connected'],
    ['not registered', phone({ platform: 'NOT_APPLICABLE' }), 'bad', 'number-not-registered'],
    ['on the old API', phone({ platform: 'ON_PREMISE' }), 'bad', 'number-elsewhere'],
    ['with a status that nobody knows yet', phone({ status: 'SINGING', platform: null }), 'unknown', null],
    ['of another account', failed('wrong-id'), 'bad', 'wrong-id'],
    ['that Meta does not tell of', failed('meta-unreachable'), 'unknown', 'meta-unreachable'],
  ])('%s', (_, of, state, reason) => {
    expect(judgeNumber({ phone: of })).toMatchObject({ kind: 'number', state, reason });
  });

  test('tells its quality and limit', () => {
    expect(judgeNumber({ phone: phone() }).details).toBe('GREEN, TIER_2K');
  });

  test.each([
    ['AVAILABLE', 'good', null],
    ['LIMITED', 'warn', 'account-limited'],
    ['BLOCKED', 'bad', 'account-blocked'],
    ['SINGING', 'unknown', null],
  ])('an account that is %s', (canSend, state, reason) => {
    const entities = [{ type: 'WABA', id: '102', canSend, errors: [{ code: 1, description: 'No card', solution: null }], information: [] }];
    expect(judgeAccount({ phone: phone({ health: { canSend, entities } as unknown as Phone['health'] }) })).toMatchObject({
      state,
      reason,
      details: 'No card',
    });
  });
});

describe('signatures', () => {
  const refusal = (at: number, over = {}) => ({ at, why: 'mismatch' as const, bytes: 10, likeMeta: true, ...over });
  const facts: SignatureFacts = { configured: true, refusals: [], signedAt: null, since: 0, subscription: seen({ subscription: null }), pace: 1, now: NOW };
  const unasked = { value: null, at: null, failure: null };
  const refusals = [1, 2, 3].map((ago) => refusal(NOW - ago));
  test.each<[string, Partial<SignatureFacts>, string, string | null]>([
    ['without a secret', { configured: false }, 'bad', 'not-configured'],
    ['that Meta’s word proves', {}, 'good', null],
    ['that a webhook proves', { subscription: unasked, signedAt: NOW - DAY }, 'good', null],
    ['that nothing proves yet', { subscription: unasked }, 'unknown', null],
    ['that a webhook proved before the secret was another', { subscription: unasked, signedAt: NOW - DAY, since: NOW - MINUTE }, 'unknown', null],
    ['that Meta refuses', { subscription: failed('secret-wrong'), signedAt: NOW - DAY }, 'bad', 'secret-wrong'],
    ['that Meta refused before a webhook proved it', { subscription: failed('secret-wrong', NOW - DAY), signedAt: NOW }, 'good', null],
    ['refused, and Meta has not been asked', { subscription: unasked, refusals }, 'bad', 'signature-refused'],
    ['refused once, against Meta’s fresh word', { refusals: refusals.slice(0, 1) }, 'good', null],
    ['refused over and over, against Meta’s fresh word', { refusals }, 'warn', 'signature-refused'],
    ['refused, and Meta’s word is old', { refusals, subscription: seen({ subscription: null }, NOW - 13 * MINUTE) }, 'bad', 'signature-refused'],
    ['refused before a right one came', { subscription: unasked, refusals, signedAt: NOW }, 'good', null],
    ['refused under another name', { subscription: unasked, signedAt: NOW - DAY, refusals: [refusal(NOW, { likeMeta: false })] }, 'good', null],
    ['that were missing', { subscription: unasked, signedAt: NOW - DAY, refusals: [refusal(NOW, { why: 'missing' })] }, 'good', null],
  ])('%s', (_, over, state, reason) => {
    expect(judgeSignatures({ ...facts, ...over })).toMatchObject({ kind: 'signature', state, reason });
  });
});

describe('the token', () => {
  type Token = NonNullable<MetaState['token']['value']>;
  const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
  const token = (over: Partial<Token> = {}): Seen<Token> =>
    seen<Token>({
      valid: true,
      type: 'SYSTEM_USER',
      appId: '67',
      appName: null,
      expiresAt: null,
      issuedAt: NOW - 30 * DAY,
      scopes,
      wabaIds: [],
      fault: null,
      ...over,
    });
  test.each<[string, MetaState['token'], string, string | null]>([
    ['that lasts', token(), 'good', null],
    ['near its end', token({ expiresAt: NOW + 7 * DAY }), 'warn', 'token-expiring'],
    ['a little further from it', token({ expiresAt: NOW + 7 * DAY + 1 }), 'good', null],
    ['that ran out since the last look', token({ expiresAt: NOW }), 'bad', 'token-expired'],
    ['of a day', token({ type: 'USER', issuedAt: NOW - MINUTE, expiresAt: NOW + DAY }), 'warn', 'token-temporary'],
    ['of a page', token({ type: 'PAGE' }), 'bad', 'token-wrong-kind'],
    ['without a permission', token({ scopes: [scopes[0] ?? ''] }), 'bad', 'permission-missing'],
    ['that is not valid', token({ valid: false, fault: { reason: 'token-expired', details: null } }), 'bad', 'token-expired'],
    ['that Meta refuses', failed('token-refused'), 'bad', 'token-refused'],
    ['that nobody could ask about', failed('meta-unreachable'), 'unknown', 'meta-unreachable'],
  ])('%s', (_, of, state, reason) => {
    expect(judgeToken({ token: of }, true, NOW)).toMatchObject({ kind: 'token', state, reason, until: of.value?.expiresAt ?? null });
  });

  test('says what is lacking by name', () => {
    expect(judgeToken({ token: token({ scopes: ['email'] }) }, true, NOW).details).toBe(scopes.join(', '));
    expect(judgeToken({ token: token() }, false, NOW)).toMatchObject({ state: 'unknown', reason: 'not-configured' });
  });
});
