import { type Fields, fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';

export type HealthError = { code: number | null; description: string | null; solution: string | null };
/** AVAILABLE, LIMITED, BLOCKED, of one of what a message passes. */
export type HealthEntity = { kind: string | null; id: string | null; canSend: string | null; errors: HealthError[]; information: string[] };
/** Whether the number may send: the worst of its entities. */
export type Health = { canSend: string | null; entities: HealthEntity[] };

/** `health_status` of a number or an account; null where it was not told. */
export function readHealth(node: Fields | null): Health | null {
  const health = fieldsOf(node?.['health_status']);
  if (!health) return null;
  return {
    canSend: textOf(health['can_send_message']),
    entities: objectsOf(health['entities']).map((entity) => ({
      kind: textOf(entity['entity_type']),
      id: textOf(entity['id']),
      canSend: textOf(entity['can_send_message']),
      errors: objectsOf(entity['errors']).map((error) => ({
        code: wholeOf(error['error_code']),
        description: textOf(error['error_description']),
        solution: textOf(error['possible_solution']),
      })),
      information: Array.isArray(entity['additional_info']) ? entity['additional_info'].flatMap((line) => textOf(line) ?? []) : [],
    })),
  };
}
