/** Why Shopbell cannot start, as one sentence for the person in front of it (`message`) and a code for programs. */
export class StartError extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'StartError';
    this.code = code;
  }
}
