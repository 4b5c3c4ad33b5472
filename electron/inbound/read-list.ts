import { type Fields, objectsOf } from '../wire/tolerant.ts';

/** The objects of the list of that name, none where it is missing; what stands in it that is no object is told in `problems`. */
export function readList(value: Fields, name: string, problems: string[]): Fields[] {
  const list = value[name];
  if (list === undefined) return [];
  const objects = objectsOf(list);
  if (!Array.isArray(list) || objects.length < list.length) problems.push(`${name} holds something that is no object`);
  return objects;
}
