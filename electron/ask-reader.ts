import type { AnswerOf, QuestionName, QuestionOf } from './queries/answer-question.ts';
import { createReadingThread } from './reading-thread.ts';

export type AskReader = {
  /** Asks a thread that reads. Rejects where the answer failed, or the thread died; the next question starts another one. */
  ask<N extends QuestionName>(name: N, question: QuestionOf<N>): Promise<AnswerOf<N>>;
  /** How many threads run. */
  threads(): number;
  /** Ends the threads, after what they were asked before if that does not take long. */
  stop(): Promise<void>;
};

/** What takes seconds in a large shop: nobody who searches or turns a page of the day book waits behind it. */
const LONG: ReadonlySet<QuestionName> = new Set(['export', 'catalogueCsv', 'messageArrivals', 'rowCounts']);

/**
 * Answers questions that may take their time beside the thread that receives: short ones in a thread that stays, long ones in another that
 * is started for them and ended afterwards.
 * @param file absolute path of a database that its writer has open
 */
export function createAskReader(file: string, log: (line: string) => void): AskReader {
  const short = createReadingThread({ file, rests: false, log });
  const long = createReadingThread({ file, rests: true, log });
  let stopped = false;
  return {
    ask: (name, question) => (stopped ? Promise.reject(new Error('The shop is closed')) : (LONG.has(name) ? long : short).ask(name, question)),
    threads: () => short.count() + long.count(),
    async stop() {
      stopped = true;
      await Promise.all([short.stop(), long.stop()]);
    },
  };
}
