import type { Reason } from './reason.ts';

/** Meta's limit of the body of anything with buttons or articles, and of a caption. */
export const BODY_LIMIT = 1024;
/** Meta's limit of what stands above and below a body. */
export const PART_LIMIT = 60;

/** What is wrong with a text that has to be there. Lengths are counted in UTF-16 units, the strictest way. */
export function textFault(text: string, limit: number): Reason | null {
  if (text.trim() === '') return 'empty-text';
  return text.length > limit ? 'text-too-long' : null;
}

/** What is wrong with a heading or a footer; null: there is none. */
export function partFault(part: string | null): Reason | null {
  if (part === null) return null;
  return part.trim() === '' || part.length > PART_LIMIT ? 'heading-too-long' : null;
}
