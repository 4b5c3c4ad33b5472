import { ORPCError } from '@orpc/server';
import type { HandlerDeps } from './acting.ts';
import { server } from './server.ts';

const later = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The part of the contract with texts that stand ready: quick replies, and templates of the account. */
export function answerHandlers(_deps: HandlerDeps) {
  const { quickReplies, templates } = server;
  return {
    quickReplies: {
      list: quickReplies.list.handler(later),
      save: quickReplies.save.handler(later),
      remove: quickReplies.remove.handler(later),
      fill: quickReplies.fill.handler(later),
    },
    templates: { list: templates.list.handler(later), refresh: templates.refresh.handler(later) },
  };
}
