import type { Buffer } from 'node:buffer';
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
  accessToken: string;
  phoneNumberId: string;
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

function tokenFault(authorization: string | undefined, accessToken: string): Refusal | null {
  if (authorization === undefined) return { code: 104 };
  return authorization === `Bearer ${accessToken}` ? null : { code: 190 };
}

function objectsOf(phoneNumberId: string): Readonly<Record<string, Record<string, unknown>>> {
  const { verifiedName, displayPhoneNumber, catalogId, catalogName, wabaId, currency, timezoneId } = PRACTICE_ACCOUNT;
  return {
    [phoneNumberId]: {
      verified_name: verifiedName,
      display_phone_number: `+${displayPhoneNumber}`,
      quality_rating: 'GREEN',
      code_verification_status: 'VERIFIED',
      platform_type: 'CLOUD_API',
      throughput: { level: 'STANDARD' },
      status: 'CONNECTED',
      account_mode: 'SANDBOX',
      id: phoneNumberId,
    },
    [catalogId]: { name: catalogName, product_count: BAKERY.length, vertical: 'commerce', id: catalogId },
    [wabaId]: { name: verifiedName, currency, timezone_id: timezoneId, id: wabaId },
  };
}

/** Answers as the Graph API would, as far as Shopbell asks it; the pictures of the products need no token. */
export function answerGraph(options: AnsweringOptions): (request: GraphRequest) => GraphAnswer {
  const { accessToken, phoneNumberId, graphUrl, customers, blocked, media, now, takeSend, refuse } = options;
  const objects = objectsOf(phoneNumberId);
  const blocks = answerBlocks({ customers, blocked, now, refuse });

  const readObject = (id: string, fields: string | null): GraphAnswer => {
    const object = objects[id] ?? {};
    if (fields === null) return ok(object);
    const names = fields.split(',').map((name) => name.trim());
    const foreign = names.find((name) => !Object.hasOwn(object, name));
    if (foreign !== undefined) return refuse({ code: 100, details: `Tried accessing nonexisting field (${foreign})` }, false);
    return ok(Object.fromEntries([...names.filter((name) => name !== 'id'), 'id'].map((name) => [name, object[name]])));
  };

  const readEdge = (id: string, edge: string, url: URL): GraphAnswer | null => {
    const { wabaId, catalogId, catalogName } = PRACTICE_ACCOUNT;
    if (id === wabaId && edge === 'product_catalogs') {
      return ok({ data: [{ id: catalogId, name: catalogName }], paging: { cursors: { before: 'QVFI', after: 'QVFI' } } });
    }
    const listing =
      id === wabaId && edge === 'message_templates' ? listTemplates(url) : id === catalogId && edge === 'products' ? listProducts(url, graphUrl) : null;
    if (listing === null) return null;
    return listing.kind === 'listed' ? ok(listing.answer) : refuse(listing.refusal, false);
  };

  const answerPhone = (edge: string, request: GraphRequest): GraphAnswer | null => {
    if (request.method === 'POST' && edge === 'messages') return takeSend(request.body);
    if (request.method === 'POST' && edge === 'media') return media.upload(request);
    return edge === 'block_users' ? blocks(request) : null;
  };

  return (request) => {
    const { method, url, authorization } = request;
    if (url.pathname === DOWNLOAD_PATH) return media.download(request);
    const parts = url.pathname.split('/').slice(1);
    const [head = '', id = '', edge] = parts;
    if (method === 'GET' && head === 'pictures' && parts.length === 2) {
      const svg = drawPicture(id.replace(/\.svg$/, ''));
      if (svg !== null) return { kind: 'picture', svg };
    }
    if (!VERSION.test(head) || id === '' || parts.length > 3) return refuse({ code: 2500, details: `Unknown path components: ${url.pathname}` }, false);
    const fault = tokenFault(authorization, accessToken);
    if (fault !== null) return refuse(fault, false);
    if (edge === undefined && Object.hasOwn(objects, id) && method === 'GET') return readObject(id, url.searchParams.get('fields'));
    if (edge === undefined && !Object.hasOwn(objects, id)) return media.object(request, id) ?? refuse(noSuchObject(method, id), false);
    if (edge !== undefined) {
      const answer = id === phoneNumberId ? answerPhone(edge, request) : method === 'GET' ? readEdge(id, edge, url) : null;
      if (answer !== null) return answer;
      if (Object.hasOwn(objects, id)) return refuse({ code: 2500, details: `Unknown path components: /${edge}` }, false);
    }
    return refuse(noSuchObject(method, id), false);
  };
}
