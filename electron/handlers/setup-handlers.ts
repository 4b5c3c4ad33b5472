import { ORPCError } from '@orpc/server';
import { server as os } from './server.ts';

const missing = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The set-up: from a token to a rehearsal order, each step repeatable. */
export function setupHandlers() {
  return {
    get: os.setup.get.handler(missing),
    checkToken: os.setup.checkToken.handler(missing),
    choose: os.setup.choose.handler(missing),
    checkSecret: os.setup.checkSecret.handler(missing),
    checkRequirements: os.setup.checkRequirements.handler(missing),
    setCommerce: os.setup.setCommerce.handler(missing),
    registerNumber: os.setup.registerNumber.handler(missing),
    release: os.setup.release.handler(missing),
    rehearse: os.setup.rehearse.handler(missing),
    importPayloads: os.setup.importPayloads.handler(missing),
  };
}
