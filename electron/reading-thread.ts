import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, AnswerOf, QuestionName, QuestionOf } from './queries/answer-question.ts';

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };
type Running = { worker: Worker; waiting: Map<number, Waiting>; gone: Promise<void> };

/** Built, both files lie beside each other as .js; from the sources, Node reads the .ts itself. */
const WORKER = path.join(import.meta.dirname, `db-worker${path.extname(import.meta.filename)}`);

/** How long a question may still run when the shop closes, ms. */
const PATIENCE_MS = 2_000;

/**
 * One thread with a read-only connection, started at the first question; one after the other is answered.
 * @param file absolute path of a database that its writer has open
 * @param rests true: the thread ends as soon as nothing is asked any more, and gives back its memory
 */
export function createReadingThread({ file, rests, log }: { file: string; rests: boolean; log: (line: string) => void }) {
  let running: Running | null = null;
  const alive = new Set<Running>();
  let lastId = 0;

  function start(): Running {
    const worker = new Worker(WORKER, { workerData: file });
    const waiting = new Map<number, Waiting>();
    const { promise: gone, resolve: over } = withResolvers();
    const thread: Running = { worker, waiting, gone };
    alive.add(thread);
    let why = 'it ended';
    worker.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (rests && waiting.size === 0) end(thread);
      if (answer.ok) asked?.resolve(answer.answer as never);
      else asked?.reject(new Error(`The question could not be answered: ${answer.message}`));
    });
    worker.on('error', (error: unknown) => {
      why = error instanceof Error ? error.message : String(error);
      log(`the thread that reads died: ${why}`);
    });
    worker.on('exit', () => {
      alive.delete(thread);
      if (running === thread) running = null;
      for (const { reject } of waiting.values()) reject(new Error(`The thread that reads is gone: ${why}`));
      over();
    });
    return thread;
  }

  function end(thread: Running): void {
    if (running === thread) running = null;
    thread.worker.postMessage('end');
  }

  return {
    /** Rejects where the answer failed, or the thread died; the next question starts another one. */
    ask: <N extends QuestionName>(name: N, question: QuestionOf<N>): Promise<AnswerOf<N>> =>
      new Promise((resolve, reject) => {
        running ??= start();
        lastId += 1;
        running.waiting.set(lastId, { resolve, reject });
        running.worker.postMessage({ id: lastId, name, question });
      }),
    /** How many threads run: one that was told to end, and another that was started since, may be two for a moment. */
    count: (): number => alive.size,
    /** Ends the thread, after what it was asked before if that does not take long. */
    async stop(): Promise<void> {
      if (running) end(running);
      // Nobody waits any more for the answer to a long question.
      const patience = setTimeout(() => alive.forEach(({ worker }) => void worker.terminate()), PATIENCE_MS);
      await Promise.all([...alive].map(({ gone }) => gone));
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
