import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion, type Question } from './queries/answer-question.ts';
import { openReader } from './store/open-reader.ts';

// The thread that reads: an entry of its own, started by `ask-reader.ts` with the database's path.
const reader = openReader(workerData as string);
parentPort?.on('message', (question: Question | 'end') => {
  if (question !== 'end') {
    parentPort?.postMessage(answerQuestion(reader, question));
    return;
  }
  reader.close();
  parentPort?.close();
});
