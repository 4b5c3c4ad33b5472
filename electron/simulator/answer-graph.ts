import type { GraphAnswer, Refusal } from './graph-answer.ts';
import { BAKERY } from './bakery.ts';
import { listProducts } from './list-products.ts';
import { drawPicture } from './pictures/draw-picture.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';

/** A request as it came; `body` is undefined where it was no JSON. */
export type GraphRequest = { method: string; url: URL; authorization: string | undefined; body: unknown };

export type AnsweringOptions = {
  accessToken: string;
  phoneNumberId: string;
  graphUrl: string;
  takeSend: (body: unknown) => GraphAnswer;
  /** `asked`: somebody told the practice shop to refuse, so it is no surprise. */
  refuse: (refusal: Refusal, asked: boolean) => GraphAnswer;
};

const VERSION = /^v\d{1,3}\.\d$/;

function ok(body: unknown): GraphAnswer {
  return { kind: 'json', status: 200, body };
}

/** Meta's words where an object is not there, or not for this token. */
function noSuchObject(method: string, id: string): Refusal {
  const verb = method.toLowerCase();
  const details = `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  return { code: 100, subcode: 33, details };
}

function tokenFault(authorization: string | undefined, accessToken: string): Refusal | null {
  if (authorization === undefined) return { code: 104 };
  return authorization === `Bearer ${accessToken}` ? null : { code: 190 };
}

/** Answers as the Graph API would, as far as Shopbell asks it; the pictures of the products need no token. */
export function answerGraph({ accessToken, phoneNumberId, graphUrl, takeSend, refuse }: AnsweringOptions): (request: GraphRequest) => GraphAnswer {
  const objects: Readonly<Record<string, Record<string, unknown>>> = {
    [phoneNumberId]: {
      verified_name: PRACTICE_ACCOUNT.verifiedName,
      display_phone_number: `+${PRACTICE_ACCOUNT.displayPhoneNumber}`,
      quality_rating: 'GREEN',
      code_verification_status: 'VERIFIED',
      platform_type: 'CLOUD_API',
      throughput: { level: 'STANDARD' },
      status: 'CONNECTED',
      account_mode: 'SANDBOX',
      id: phoneNumberId,
    },
    [PRACTICE_ACCOUNT.catalogId]: { name: PRACTICE_ACCOUNT.catalogName, product_count: BAKERY.length, vertical: 'commerce', id: PRACTICE_ACCOUNT.catalogId },
    [PRACTICE_ACCOUNT.wabaId]: { name: PRACTICE_ACCOUNT.verifiedName, id: PRACTICE_ACCOUNT.wabaId },
  };

  const readObject = (id: string, fields: string | null): GraphAnswer => {
    const object = objects[id] ?? {};
    if (fields === null) return ok(object);
    const names = fields.split(',').map((name) => name.trim());
    const foreign = names.find((name) => !Object.hasOwn(object, name));
    if (foreign !== undefined) return refuse({ code: 100, details: `Tried accessing nonexisting field (${foreign})` }, false);
    return ok(Object.fromEntries([...names.filter((name) => name !== 'id'), 'id'].map((name) => [name, object[name]])));
  };

  const readEdge = (id: string, edge: string, url: URL): GraphAnswer | null => {
    if (id === PRACTICE_ACCOUNT.wabaId && edge === 'product_catalogs') {
      const catalog = { id: PRACTICE_ACCOUNT.catalogId, name: PRACTICE_ACCOUNT.catalogName };
      return ok({ data: [catalog], paging: { cursors: { before: 'QVFI', after: 'QVFI' } } });
    }
    if (id !== PRACTICE_ACCOUNT.catalogId || edge !== 'products') return null;
    const listing = listProducts(url, graphUrl);
    return listing.kind === 'listed' ? ok(listing.answer) : refuse(listing.refusal, false);
  };

  return ({ method, url, authorization, body }) => {
    const parts = url.pathname.split('/').slice(1);
    const [head = '', id = '', edge] = parts;
    if (method === 'GET' && head === 'pictures' && parts.length === 2) {
      const svg = drawPicture(id.replace(/\.svg$/, ''));
      if (svg !== null) return { kind: 'picture', svg };
    }
    if (!VERSION.test(head) || id === '' || parts.length > 3) return refuse({ code: 2500, details: `Unknown path components: ${url.pathname}` }, false);
    const fault = tokenFault(authorization, accessToken);
    if (fault !== null) return refuse(fault, false);
    if (method === 'GET' && edge === undefined && Object.hasOwn(objects, id)) return readObject(id, url.searchParams.get('fields'));
    if (method === 'GET' && edge !== undefined) {
      const answer = readEdge(id, edge, url);
      if (answer !== null) return answer;
    }
    if (method === 'POST' && edge === 'messages' && id === phoneNumberId) return takeSend(body);
    if (Object.hasOwn(objects, id) && edge !== undefined) return refuse({ code: 2500, details: `Unknown path components: /${edge}` }, false);
    return refuse(noSuchObject(method, id), false);
  };
}
