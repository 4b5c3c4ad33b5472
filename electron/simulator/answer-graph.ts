import type { Buffer } from 'node:buffer';
import type { Managing } from './account/answer-management.ts';
import { lacks, NO_APP_TOKEN, whoAsks } from './account/check-token.ts';
import type { PaperAccount } from './account/keep-account.ts';
import { readFields } from './account/read-fields.ts';
import { answerBlocks, type BlockList } from './answer-blocks.ts';
import { DOWNLOAD_PATH } from './address-media.ts';
import type { MediaAnswering } from './answer-media.ts';
import { BAKERY } from './bakery.ts';
import { type GraphAnswer, noSuchObject, type Refusal } from './graph-answer.ts';
import type { Customers } from './keep-customers.ts';
import { listProducts } from './list-products.ts';
import { listTemplates } from './list-templates.ts';
import { drawPicture } from './pictures/draw-picture.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';

/** A request as it came; `body` is undefined where it was no JSON. */
export type GraphRequest = {
  method: string;
  url: URL;
  authorization: string | undefined;
  contentType: string | undefined;
  bytes: Buffer;
  body: unknown;
};

export type AnsweringOptions = {
  account: PaperAccount;
  manage: Managing;
  graphUrl: string;
  customers: Customers;
  blocked: BlockList;
  media: MediaAnswering;
  now: () => number;
  takeSend: (body: unknown) => GraphAnswer;
  /** `asked`: somebody told the practice shop to refuse, so it is no surprise. */
  refuse: (refusal: Refusal, asked: boolean) => GraphAnswer;
};

const VERSION = /^v\d{1,3}\.\d$/;

function ok(body: unknown): GraphAnswer {
  return { kind: 'json', status: 200, body };
}

const CATALOG = { name: PRACTICE_ACCOUNT.catalogName, product_count: BAKERY.length, vertical: 'commerce', id: PRACTICE_ACCOUNT.catalogId };

/** Answers as the Graph API would, as far as Shopbell asks it; the pictures of the products need no token. */
export function answerGraph(options: AnsweringOptions): (request: GraphRequest) => Promise<GraphAnswer> {
  const { account, manage, graphUrl, customers, blocked, media, now, takeSend, refuse } = options;
  const { phoneNumberId } = account;
  const { wabaId, catalogId, catalogName } = PRACTICE_ACCOUNT;
  const blocks = answerBlocks({ customers, blocked, now, refuse });

  const readObject = (url: URL): GraphAnswer => {
    const answer = readFields({ basic: CATALOG, all: CATALOG }, url);
    return 'kind' in answer ? answer : refuse(answer, false);
  };

  const readEdge = (id: string, edge: string, url: URL): GraphAnswer | null => {
    if (id === wabaId && edge === 'product_catalogs') {
      return ok({ data: [{ id: catalogId, name: catalogName }], paging: { cursors: { before: 'QVFI', after: 'QVFI' } } });
    }
    const listing =
      id === wabaId && edge === 'message_templates' ? listTemplates(url) : id === catalogId && edge === 'products' ? listProducts(url, graphUrl) : null;
    if (listing === null) return null;
    return listing.kind === 'listed' ? ok(listing.answer) : refuse(listing.refusal, false);
  };

  const answerPhone = (edge: string, request: GraphRequest): GraphAnswer | null => {
    if (request.method === 'POST' && edge === 'messages') {
      if (!account.registered) return refuse({ code: 133010 }, true);
      return account.standing === 'blocked' ? refuse({ code: 131031 }, true) : takeSend(request.body);
    }
    if (request.method === 'POST' && edge === 'media') return media.upload(request);
    return edge === 'block_users' ? blocks(request) : null;
  };

  /** What the call of an object that is there lacks, beside the account's own, which are checked where they are answered. */
  const lackOf = (id: string): Refusal | null => {
    if (id === catalogId) return lacks(account, 'catalog_management');
    return id === wabaId ? null : lacks(account, 'whatsapp_business_messaging');
  };

  const standing = (id: string): boolean => [phoneNumberId, catalogId, wabaId].includes(id);

  return async (request) => {
    const { method, url } = request;
    if (url.pathname === DOWNLOAD_PATH) return media.download(request);
    const parts = url.pathname.split('/').slice(1);
    const [head = '', id = '', edge] = parts;
    if (method === 'GET' && head === 'pictures' && parts.length === 2) {
      const svg = drawPicture(id.replace(/\.svg$/, ''));
      if (svg !== null) return { kind: 'picture', svg };
    }
    if (!VERSION.test(head) || id === '' || parts.length > 3) return refuse({ code: 2500, details: `Unknown path components: ${url.pathname}` }, false);
    const asker = whoAsks(account, request, now());
    const managed = await manage(request, id, edge, asker);
    if (managed !== null) return managed;
    if (asker.kind === 'refused') return refuse(asker.refusal, account.token.expiresAt !== null);
    if (asker.kind === 'app') return refuse(NO_APP_TOKEN, false);
    const lack = lackOf(id);
    if (lack !== null) return refuse(lack, true);
    if (edge === undefined && id === catalogId && method === 'GET') return readObject(url);
    if (edge === undefined && !standing(id)) return media.object(request, id) ?? refuse(noSuchObject(method, id), false);
    if (edge !== undefined) {
      const answer = id === phoneNumberId ? answerPhone(edge, request) : method === 'GET' ? readEdge(id, edge, url) : null;
      if (answer !== null) return answer;
      if (standing(id)) return refuse({ code: 2500, details: `Unknown path components: /${edge}` }, false);
    }
    return refuse(noSuchObject(method, id), false);
  };
}
