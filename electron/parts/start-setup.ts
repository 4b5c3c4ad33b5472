import type { AccountAtMeta, RequirementView, SetupView, TokenAtMeta } from '../../shared/contract/setup.ts';
import type { SecretName, Settings } from '../../shared/contract/settings.ts';
import { lookUpRequirements } from '../commands/setup/look-up-requirements.ts';
import { lookUpToken } from '../commands/setup/look-up-token.ts';
import { registerAtCloud } from '../commands/setup/register-at-cloud.ts';
import { appAccess } from '../graph/app-access.ts';
import { setCommerceSettings } from '../graph/commerce-settings.ts';
import { explainAppCall, explainFailure, type Explained } from '../graph/explain-failure.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import { readSubscriptions } from '../graph/read-subscriptions.ts';
import type { Line } from '../line.ts';
import type { Rehearsed } from './rehearse.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';

export type SetupOptions = {
  settings: EffectiveSettings;
  /** How Meta is called with that token. */
  access: (token: string) => GraphAccess;
  /** The shop's own line; null before the first real value. */
  real: () => Line | null;
  now: () => number;
  log: (line: string) => void;
};

type Done = { ok: true; setup: SetupView } | Explained;

const refuse = (reason: Explained['reason'], details: string | null = null): Explained => ({ ok: false, reason, details });

/**
 * The set-up of the real shop, from a token to a rehearsal order; each step can be done again. What Meta says is kept in memory alone: settings and secrets are
 * all that is stored. Where the environment holds a value, another one is refused with `not-possible-here` and the variable's name.
 */
export function createSetup({ settings, access, real, now, log }: SetupOptions) {
  let token: { of: string; facts: TokenAtMeta } | null = null;
  let secret: { of: string; state: 'proved' | 'wrong'; checkedAt: number } | null = null;
  let requirements: { of: string; views: RequirementView[] } | null = null;

  /** What is known of the token in force: what was said of another one is no longer true. */
  const tokenFacts = (): TokenAtMeta | null => (token !== null && token.of === settings.secret('accessToken') ? token.facts : null);
  const appId = (): string => settings.values().appId || (tokenFacts()?.appId ?? '');
  const secretKey = (id: string, value: string | null) => `${id}|${value ?? ''}`;
  const chosen = () => {
    const { wabaId, phoneNumberId } = settings.values();
    return { wabaId: wabaId || (real()?.store.facts.get('waba_id') ?? ''), phoneNumberId };
  };

  function view(): SetupView {
    const id = appId();
    const value = settings.secret('appSecret');
    const known = secret !== null && secret.of === secretKey(id, value) ? secret : null;
    const rehearsedAt = real()?.store.facts.get('rehearsed_at') ?? null;
    return {
      token: tokenFacts(),
      chosen: chosen(),
      app: { id, from: id === '' ? null : tokenFacts()?.appId === id ? 'token' : 'entered' },
      secret: { state: value === null ? 'none' : (known?.state ?? 'unproved'), checkedAt: known?.checkedAt ?? null },
      callbackLevel: settings.values().callbackLevel,
      requirements: requirements !== null && requirements.of === chosen().phoneNumberId ? requirements.views : [],
      rehearsedAt: rehearsedAt === null ? null : Number(rehearsedAt),
    };
  }
  const done = (): Done => ({ ok: true, setup: view() });

  /** The variable that holds a secret; null where it can be stored. */
  function holder(name: SecretName): string | null {
    const { source } = settings.view().secrets[name];
    return source.from === 'environment' ? source.variable : null;
  }
  /** Stores what differs; refused where the environment holds another value of it. */
  function store(patch: Partial<Pick<Settings, 'wabaId' | 'phoneNumberId' | 'appId'>>): Explained | null {
    const values = settings.values();
    const changed = Object.fromEntries(Object.entries(patch).filter(([name, value]) => values[name as keyof typeof patch] !== value));
    const [ignored] = Object.keys(changed).length === 0 ? [] : settings.save(changed);
    return ignored === undefined ? null : refuse('not-possible-here', settings.view().fixed[ignored] ?? ignored);
  }
  async function storeSecret(name: SecretName, value: string): Promise<void> {
    if (settings.secret(name) !== value) await settings.setSecret(name, value);
  }

  /** One account, and one number, choose themselves; so does the account of the number that is chosen already. */
  function chooseAlone(accounts: readonly AccountAtMeta[]): void {
    const numbers = accounts.flatMap(({ wabaId, numbers: own }) => own.map(({ phoneNumberId }) => ({ wabaId, phoneNumberId })));
    const { phoneNumberId } = settings.values();
    const only = numbers.length === 1 ? numbers[0] : numbers.find((number) => number.phoneNumberId === phoneNumberId);
    const [account] = accounts;
    // What the environment holds stays: the page shows it beside what Meta tells.
    if (only) store(only);
    else if (accounts.length === 1 && account) store({ wabaId: account.wabaId });
  }

  async function withNumber(act: (asked: GraphAccess, number: { wabaId: string; phoneNumberId: string }) => Promise<Explained | null>): Promise<Done> {
    const value = settings.secret('accessToken');
    const number = chosen();
    if (value === null || number.phoneNumberId === '') return refuse('not-configured');
    return (await act(access(value), number)) ?? done();
  }

  async function lookUp(asked: GraphAccess, number: { wabaId: string; phoneNumberId: string }): Promise<Explained | null> {
    const lacks = tokenFacts()?.lacking.includes('catalog_management') ?? false;
    const answer = await lookUpRequirements(asked, number, !lacks, now());
    if (!answer.ok) return answer;
    requirements = { of: number.phoneNumberId, views: answer.requirements };
    return null;
  }

  return {
    view,

    async checkToken(given: string | undefined): Promise<Done> {
      const value = given === undefined ? settings.secret('accessToken') : given.trim();
      if (value === null || value === '') return refuse('not-configured');
      const held = holder('accessToken');
      if (held !== null && value !== settings.secret('accessToken')) return refuse('not-possible-here', held);
      const appSecret = settings.secret('appSecret');
      const appToken = appSecret === null || appId() === '' ? null : appAccess(access(''), { id: appId(), secret: appSecret });
      const answer = await lookUpToken(access(value), appToken, chosen().wabaId, now());
      if (!answer.ok) {
        if (token?.of === value) token = { of: value, facts: { ...token.facts, checkedAt: now(), valid: false, reason: answer.reason } };
        return answer;
      }
      token = { of: value, facts: answer.token };
      await storeSecret('accessToken', value);
      // The token can do nothing for another app than its own.
      if (answer.token.appId !== null) store({ appId: answer.token.appId });
      chooseAlone(answer.token.accounts);
      log(`the access token was looked up: ${answer.token.kind}${answer.token.reason === null ? '' : `, ${answer.token.reason}`}`);
      return done();
    },

    choose: (number: { wabaId: string; phoneNumberId: string }): Done => store(number) ?? done(),

    async checkSecret(given: { secret?: string | undefined; appId?: string | undefined }): Promise<Done> {
      const value = given.secret === undefined ? settings.secret('appSecret') : given.secret.trim();
      if (value === null || value === '') return refuse('not-configured');
      const held = holder('appSecret');
      if (held !== null && value !== settings.secret('appSecret')) return refuse('not-possible-here', held);
      const id = given.appId || appId();
      if (id === '') return refuse('app-unknown');
      const answer = await readSubscriptions(appAccess(access(''), { id, secret: value }), id);
      const of = secretKey(id, value);
      if (!answer.ok) {
        const explained = explainAppCall(answer);
        if (explained.reason === 'secret-wrong' && value === settings.secret('appSecret')) secret = { of, state: 'wrong', checkedAt: now() };
        return explained;
      }
      secret = { of, state: 'proved', checkedAt: now() };
      await storeSecret('appSecret', value);
      return store({ appId: id }) ?? done();
    },

    checkRequirements: (): Promise<Done> => withNumber(lookUp),

    setCommerce: (wanted: { cart?: boolean | undefined; visible?: boolean | undefined }): Promise<Done> =>
      withNumber(async (asked, number) => {
        if (wanted.cart === undefined && wanted.visible === undefined) return lookUp(asked, number);
        const set = await setCommerceSettings(asked, number.phoneNumberId, wanted);
        return set.ok ? lookUp(asked, number) : explainFailure(set);
      }),

    registerNumber: (pin: string): Promise<Done> =>
      withNumber(async (asked, number) => {
        const answer = await registerAtCloud(asked, number.phoneNumberId, pin);
        return answer.ok ? lookUp(asked, number) : answer;
      }),

    async release(): Promise<Done> {
      const line = real();
      if (!line) return refuse('not-configured');
      const answer = await line.link.release();
      return answer.ok ? done() : refuse(answer.reason);
    },

    rehearse: async (): Promise<Rehearsed> => (await real()?.rehearsePublicly()) ?? { ok: false, reason: 'not-configured' },

    importPayloads: async (text: string): ReturnType<Line['importPayloads']> => (await real()?.importPayloads(text)) ?? { ok: false, reason: 'not-configured' },
  };
}
export type Setup = ReturnType<typeof createSetup>;
