/** The program cannot start, for a reason that a person can do something about. The message is one sentence, meant for people. */
export class StartError extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'StartError';
    this.code = code;
  }
}
