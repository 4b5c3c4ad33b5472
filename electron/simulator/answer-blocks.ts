import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import type { GraphRequest } from './answer-graph.ts';
import { graphError, type GraphAnswer, type Refusal } from './graph-answer.ts';
import type { Customer, Customers } from './keep-customers.ts';
import { isObject } from './refuse-field.ts';

/** Whom the shop has blocked, oldest first. */
export type BlockList = Set<Customer>;

export type BlockingOptions = { customers: Customers; blocked: BlockList; now: () => number; refuse: (refusal: Refusal, asked: boolean) => GraphAnswer };

type Named = { input: string; wa_id?: string; user_id?: string };
type Failed = { input: string; errors: { code: number; message: string; error_data: { details: string } }[] };

function named(input: string, { phone, userId }: Customer): Named {
  return { input, ...(phone === null ? { user_id: userId } : { wa_id: phone }) };
}

function failed(input: string, code: number, details: string): Failed {
  return { input, errors: [{ code, message: code === 131047 ? 'Re-engagement message' : 'Message undeliverable', error_data: { details } }] };
}

/** `GET`, `POST` and `DELETE /{phone}/block_users`. Only somebody who wrote in the last 24 hours can be blocked; what fails in part is 139100 with both lists. */
export function answerBlocks({ customers, blocked, now, refuse }: BlockingOptions): (request: GraphRequest) => GraphAnswer | null {
  const inputsOf = (body: unknown): string[] | null => {
    if (!isObject(body) || body['messaging_product'] !== 'whatsapp' || !Array.isArray(body['block_users'])) return null;
    const inputs = (body['block_users'] as unknown[]).map((one) => (isObject(one) ? (one['user'] ?? one['user_id']) : undefined));
    return inputs.length > 0 && inputs.every((input) => typeof input === 'string') ? inputs : null;
  };

  const list = (): GraphAnswer => {
    const data = [...blocked].map(({ phone, userId }) => ({ messaging_product: 'whatsapp', ...(phone === null ? { user_id: userId } : { wa_id: phone }) }));
    return { kind: 'json', status: 200, body: { data, ...(data.length === 0 ? {} : { paging: { cursors: { before: 'QVFI', after: 'QVFI' } } }) } };
  };

  const change = (inputs: readonly string[], method: 'POST' | 'DELETE'): GraphAnswer => {
    const done: Named[] = [];
    const failures: Failed[] = [];
    for (const input of inputs) {
      const customer = customers.find(/^[A-Z]{2}\./.test(input) ? { recipient: input } : { to: input });
      if (customer === null) failures.push(failed(input, 131026, 'The user is not on WhatsApp.'));
      else if (method === 'POST' && now() - customer.wroteAt > SERVICE_WINDOW_MS)
        failures.push(failed(input, 131047, 'The user did not write in the last 24 hours.'));
      else {
        if (method === 'POST') blocked.add(customer);
        else blocked.delete(customer);
        done.push(named(input, customer));
      }
    }
    const lists = { [method === 'POST' ? 'added_users' : 'removed_users']: done, ...(failures.length > 0 ? { failed_users: failures } : {}) };
    const answer = { messaging_product: 'whatsapp', block_users: lists };
    if (failures.length === 0) return { kind: 'json', status: 200, body: answer };
    const { status, body } = graphError({ code: 139100, details: 'Some users could not be blocked or unblocked.' }, `A${'0'.repeat(22)}`);
    return { kind: 'json', status, body: { ...answer, ...body } };
  };

  return ({ method, body }) => {
    if (method === 'GET') return list();
    if (method !== 'POST' && method !== 'DELETE') return null;
    const inputs = inputsOf(body);
    if (inputs === null) return refuse({ code: 100, details: 'Param block_users must be a list of {user} or {user_id}.' }, false);
    return change(inputs, method);
  };
}
