/** What a customer can answer by a button. Stands in the ids of buttons that were sent: do not rename. */
export const ASK_ANSWERS = ['pickup', 'delivery', 'accept', 'decline'] as const;
export type AskAnswer = (typeof ASK_ANSWERS)[number];

const FORM = new RegExp(`^shopbell:([A-Za-z0-9-]{8,64}):(${ASK_ANSWERS.join('|')})$`);

/** The id of a reply button: it comes back in the customer's answer and names the question. */
export function writeButtonId(token: string, answer: AskAnswer): string {
  return `shopbell:${token}:${answer}`;
}

/** What a button's id says; null for one that is not ours. */
export function readButtonId(id: string): { token: string; answer: AskAnswer } | null {
  const [, token, word] = FORM.exec(id) ?? [];
  const answer = ASK_ANSWERS.find((one) => one === word);
  return token === undefined || answer === undefined ? null : { token, answer };
}
