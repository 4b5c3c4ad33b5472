import type { GraphRequest } from '../answer-graph.ts';
import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import { PRACTICE_ACCOUNT } from '../practice-account.ts';
import { answerSubscriptions, describeApp } from './answer-app.ts';
import { answerDebugToken } from './answer-debug-token.ts';
import { answerCommerce, registerNumbers } from './answer-number.ts';
import { type Asker, lacks, NO_APP_TOKEN } from './check-token.ts';
import type { CountCall } from './count-calls.ts';
import { describeAccount, describeNumber, type Described } from './describe-account.ts';
import type { PaperAccount } from './keep-account.ts';
import { readFields } from './read-fields.ts';
import { readParameters } from './read-parameters.ts';
import { answerSubscribedApps, configureNumber } from './set-override.ts';
import type { VerifyCallback } from './verify-callback.ts';

export type ManagingOptions = {
  account: PaperAccount;
  verify: VerifyCallback;
  count: CountCall;
  now: () => number;
  refuse: (refusal: Refusal, asked: boolean) => GraphAnswer;
};

/** Answers what is set up at Meta, and what is set there. Null: no such call. */
export type Managing = (request: GraphRequest, id: string, edge: string | undefined, asker: Asker) => Promise<GraphAnswer | null>;

/** Edges of the number that carry the shop's work; they are counted elsewhere, or not at all. */
const WORK: readonly (string | undefined)[] = ['messages', 'media', 'block_users'];

/** What of the Graph API belongs to setting up and watching a connection: every call is checked for its token, its permission and its count. */
export function answerManagement({ account, verify, count, now, refuse }: ManagingOptions): Managing {
  const { appId, wabaId } = PRACTICE_ACCOUNT;
  const register = registerNumbers(account, now);

  const answerApp = (request: GraphRequest, edge: string | undefined, asker: Asker): Promise<GraphAnswer | Refusal | null> | GraphAnswer | Refusal | null => {
    if (edge === 'subscriptions') return answerSubscriptions(account, request, asker, verify);
    return edge === undefined && request.method === 'GET' ? readFields({ basic: describeApp(), all: describeApp() }, request.url) : null;
  };

  const answerWaba = (request: GraphRequest, edge: string | undefined): Promise<GraphAnswer | Refusal | null> | GraphAnswer | Refusal | null => {
    if (edge === 'subscribed_apps') return answerSubscribedApps(account, request, verify);
    if (request.method !== 'GET') return null;
    if (edge === undefined) return readFields(describeAccount(account), request.url);
    return edge === 'phone_numbers' ? listNumbers([describeNumber(account)], request.url) : null;
  };

  const answerPhone = (request: GraphRequest, edge: string | undefined): Promise<GraphAnswer | Refusal> | GraphAnswer | Refusal | null => {
    if (edge === 'whatsapp_commerce_settings') return answerCommerce(account, request);
    if (edge === 'register') return request.method === 'POST' ? register(request) : null;
    if (edge !== undefined) return null;
    if (request.method === 'POST') return configureNumber(account, request, verify);
    return request.method === 'GET' ? readFields(describeNumber(account), request.url) : null;
  };

  const settle = (answer: GraphAnswer | Refusal | null): GraphAnswer | null => (answer === null || 'kind' in answer ? answer : refuse(answer, false));

  return async (request, id, edge, asker) => {
    if (id === 'debug_token' && edge === undefined && request.method === 'GET') {
      return settle(answerDebugToken(account, readParameters(request)('input_token'), asker, now()));
    }
    const managed = id === appId || id === wabaId || (id === account.phoneNumberId && !WORK.includes(edge));
    if (!managed) return null;
    if (asker.kind === 'refused') return refuse(asker.refusal, account.token.expiresAt !== null);
    const tooMany = count(id === appId ? 'app' : 'account');
    if (tooMany !== null) return refuse(tooMany.refusal, tooMany.asked);
    if (id === appId) return settle(await answerApp(request, edge, asker));
    const refusal = asker.kind === 'app' ? NO_APP_TOKEN : lacks(account, 'whatsapp_business_management');
    if (refusal !== null) return refuse(refusal, asker.kind === 'token');
    return settle(await (id === wabaId ? answerWaba(request, edge) : answerPhone(request, edge)));
  };
}

function listNumbers(numbers: readonly Described[], url: URL): GraphAnswer | Refusal {
  const entries = numbers.map((number) => readFields(number, url));
  const refused = entries.find((entry) => !('kind' in entry));
  if (refused !== undefined) return refused;
  const data = entries.map((entry) => ('kind' in entry && entry.kind === 'json' ? entry.body : null));
  return { kind: 'json', status: 200, body: { data, paging: { cursors: { before: 'QVFI', after: 'QVFI' } } } };
}
