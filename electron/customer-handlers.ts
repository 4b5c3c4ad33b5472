import { ORPCError } from '@orpc/server';
import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

const later = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The customers' part of the contract. */
export function customerHandlers(_deps: HandlerDeps) {
  const os = server.customers;
  return {
    get: os.get.handler(later),
    save: os.save.handler(later),
    tags: os.tags.handler(later),
    block: os.block.handler(later),
    export: os.export.handler(later),
    erase: os.erase.handler(later),
  };
}
