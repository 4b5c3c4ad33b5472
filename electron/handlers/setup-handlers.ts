import type { Setup } from '../parts/start-setup.ts';
import { server } from './server.ts';

/** The set-up: from a token to a rehearsal order, each step repeatable. It is the real shop's, whichever line a page is on. */
export function setupHandlers(setup: Setup) {
  const os = server.setup;
  return {
    get: os.get.handler(() => setup.view()),
    checkToken: os.checkToken.handler(({ input }) => setup.checkToken(input.token)),
    choose: os.choose.handler(({ input }) => setup.choose(input)),
    checkSecret: os.checkSecret.handler(({ input }) => setup.checkSecret(input)),
    checkRequirements: os.checkRequirements.handler(() => setup.checkRequirements()),
    setCommerce: os.setCommerce.handler(({ input }) => setup.setCommerce(input)),
    registerNumber: os.registerNumber.handler(({ input }) => setup.registerNumber(input.pin)),
    release: os.release.handler(() => setup.release()),
    rehearse: os.rehearse.handler(() => setup.rehearse()),
    importPayloads: os.importPayloads.handler(({ input }) => setup.importPayloads(input.text)),
  };
}
