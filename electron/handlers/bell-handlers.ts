import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';
import type { Bell } from '../parts/start-bell.ts';

/** The bell's part of the contract: the sound check and the rehearsal. */
export function bellHandlers({ acting }: HandlerDeps, { soundCheck }: Bell) {
  const os = server.bell;
  return {
    get: os.get.handler(() => soundCheck.view()),
    check: os.check.handler(() => soundCheck.check()),
    answer: os.answer.handler(({ input }) => soundCheck.answer(input.heard)),
    rehearse: os.rehearse.handler(async ({ context }) => acting(context, (line) => line.rehearse())),
  };
}

/** The bell's part of what a page listens to. */
export function screenHandlers({ ringing }: Bell) {
  const os = server.live;
  return {
    bell: os.bell.handler(({ context, input, signal }) => ringing.listen(input.screenId, context.place, signal)),
    screenSound: os.screenSound.handler(({ input }) => ({ known: ringing.setSound(input.screenId, input.ready, input.outputs ?? null) })),
  };
}
