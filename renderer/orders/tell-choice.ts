import type { Reason } from '../../shared/domain/reason.ts';

/** What the operator chose about telling the customer of one step; null: untouched, as the settings say. */
export type TellChoice = { on: boolean | null; text: string | null };

export const UNTOUCHED: TellChoice = { on: null, text: null };

/** The same as a step takes it: an edited text, true, false, or nothing where the settings are to decide. */
export function tellInput({ on, text }: TellChoice): { tell?: boolean | string } {
  if (on === false) return { tell: false };
  if (text !== null && text.trim() !== '') return { tell: text.trim() };
  // An emptied text would be no message at all.
  if (text !== null) return { tell: false };
  return on === null ? {} : { tell: on };
}

/** What a step would tell, as `orders.preview` answers. */
export type Preview = {
  how: 'text' | 'template' | null;
  on: boolean;
  text: string;
  language: string;
  reason: Reason | null;
  alreadyTold: boolean;
};

/** Whether the customer will be told of the step, with what was chosen. */
export function willTell(preview: Preview, choice: TellChoice): boolean {
  if (preview.alreadyTold || preview.reason !== null) return false;
  const { tell } = tellInput(choice);
  if (tell === undefined) return preview.on && preview.how !== null;
  return tell !== false;
}
