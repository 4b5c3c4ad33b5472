import { ORPCError } from '@orpc/server';
import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

const later = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The files' part of the contract. */
export function mediaHandlers(_deps: HandlerDeps) {
  const os = server.media;
  return { begin: os.begin.handler(later), chunk: os.chunk.handler(later), cancel: os.cancel.handler(later), fetch: os.fetch.handler(later) };
}
