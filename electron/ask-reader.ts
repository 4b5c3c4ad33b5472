import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, AnswerOf, QuestionName, QuestionOf } from './queries/answer-question.ts';

export type AskReader = {
  /** Asks the thread that reads. Rejects where the answer failed, or the thread died; the next question starts another one. */
  ask<N extends QuestionName>(name: N, question: QuestionOf<N>): Promise<AnswerOf<N>>;
  /** Ends the thread, after what it was asked before if that does not take long. */
  stop(): Promise<void>;
};
type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** Built, both files lie beside each other as .js; from the sources, Node reads the .ts itself. */
const WORKER = path.join(import.meta.dirname, `db-worker${path.extname(import.meta.filename)}`);

/** How long a question may still run when the shop closes, ms. */
const PATIENCE_MS = 2_000;

/**
 * A thread with a read-only connection for questions that may take their time; started at the first one.
 * @param file absolute path of a database that its writer has open
 */
export function createAskReader(file: string, log: (line: string) => void): AskReader {
  let running: { worker: Worker; waiting: Map<number, Waiting>; gone: Promise<void> } | null = null;
  let stopped = false;
  let lastId = 0;

  function start(): NonNullable<typeof running> {
    const worker = new Worker(WORKER, { workerData: file });
    const waiting = new Map<number, Waiting>();
    const { promise: gone, resolve: over } = withResolvers();
    const thread = { worker, waiting, gone };
    let why = 'it ended';
    worker.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.answer as never);
      else asked?.reject(new Error(`The question could not be answered: ${answer.message}`));
    });
    worker.on('error', (error: unknown) => {
      why = error instanceof Error ? error.message : String(error);
      log(`the thread that reads died: ${why}`);
    });
    worker.on('exit', () => {
      if (running === thread) running = null;
      for (const { reject } of waiting.values()) reject(new Error(`The thread that reads is gone: ${why}`));
      over();
    });
    return thread;
  }

  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        if (stopped) {
          reject(new Error('The shop is closed'));
          return;
        }
        running ??= start();
        lastId += 1;
        running.waiting.set(lastId, { resolve, reject });
        running.worker.postMessage({ id: lastId, name, question });
      }),
    async stop() {
      stopped = true;
      if (!running) return;
      const { worker, gone } = running;
      worker.postMessage('end');
      // Nobody waits any more for the answer to a long question.
      const patience = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      await gone;
      clearTimeout(patience);
    },
  };
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
