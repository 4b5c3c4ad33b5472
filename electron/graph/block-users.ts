import type { Reason } from '../../shared/domain/reason.ts';
import { fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';
import type { Recipient } from './send-message.ts';

/** How many of the named Meta put on the list, or took from it. */
export type BlockAnswer = { ok: true } | { ok: false; reason: Reason };

/** The list is full, or the customer has not written within 24 hours (131047), or it is none of these (139100 names who failed). */
const REFUSED = new Set([139_100, 139_101, 131_047]);
/** Somebody else changes the list now, or Meta has trouble: trying again helps. */
const TROUBLE = new Set([139_102, 139_103]);

/**
 * `POST` or `DELETE /{phone}/block_users` (a DELETE with a body): one person, by all the names that are given. Done where Meta did it for one of them at
 * least: of a person's names it may know only the newest, and says so by code 139100, with the lists of those that it did.
 */
export async function blockUsers(access: GraphAccess, phoneNumberId: string, names: readonly Recipient[], on: boolean): Promise<BlockAnswer> {
  let refused: unknown;
  const answer = await callGraph({
    access,
    path: `${encodeURIComponent(phoneNumberId)}/block_users`,
    method: on ? 'POST' : 'DELETE',
    body: { messaging_product: 'whatsapp', block_users: names.map((name) => ('phone' in name ? { user: `+${name.phone}` } : { user_id: name.userId })) },
    timeoutMs: 20_000,
    onRefused: (body) => (refused = body),
  });
  const lists = readLists(answer.ok ? answer.body : refused, on);
  if (lists.done > 0) return { ok: true };
  if (answer.ok) return lists.failed.length === 0 ? { ok: true } : { ok: false, reason: reasonOf(lists.failed) };
  return { ok: false, reason: reasonOfFailure(answer, lists.failed) };
}

function readLists(body: unknown, on: boolean): { done: number; failed: number[] } {
  // Beside the error, or within it: both have been documented.
  const fields = fieldsOf(body);
  const lists = fieldsOf(fields?.['block_users']) ?? fieldsOf(fieldsOf(fields?.['error'])?.['block_users']);
  const done = objectsOf(lists?.[on ? 'added_users' : 'removed_users']).filter((user) => textOf(user['input']) !== null || textOf(user['wa_id']) !== null);
  const failed = objectsOf(lists?.['failed_users']).flatMap((user) => objectsOf(user['errors']).map((error) => wholeOf(error['code']) ?? 0));
  return { done: done.length, failed };
}

const reasonOf = (codes: readonly number[]): Reason => (codes.some((code) => TROUBLE.has(code)) ? 'meta-trouble' : 'block-refused');

function reasonOfFailure(failure: GraphFailure, failed: readonly number[]): Reason {
  if (failure.kind !== 'refused') return failure.kind === 'not-sent' ? 'unreachable' : 'lost-answer';
  if (failure.code !== null && TROUBLE.has(failure.code)) return 'meta-trouble';
  return failure.code !== null && REFUSED.has(failure.code) ? reasonOf(failed) : failure.reason;
}
