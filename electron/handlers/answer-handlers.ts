import type { Reason } from '../../shared/domain/reason.ts';
import type { HandlerDeps } from './acting.ts';
import { removeQuickReply, saveQuickReply } from '../commands/save-quick-reply.ts';
import { fillQuickReply } from '../queries/fill-quick-reply.ts';
import { viewTemplate } from '../queries/view-template.ts';
import { server } from './server.ts';

/** The part of the contract with texts that stand ready: quick replies, and templates of the account. */
export function answerHandlers({ acting, line: lineOf, now }: Pick<HandlerDeps, 'acting' | 'line' | 'now'>) {
  const { quickReplies, templates } = server;
  return {
    quickReplies: {
      list: quickReplies.list.handler(({ context }) => lineOf(context.shop).store.quickReplies.list()),
      save: quickReplies.save.handler(({ context, input }) => acting(context, ({ store, feed }) => saveQuickReply({ store, publish: feed.publish }, input))),
      remove: quickReplies.remove.handler(({ context, input }) => {
        const { store, feed, shop } = lineOf(context.shop);
        return { removed: shop === context.shop && removeQuickReply({ store, publish: feed.publish }, input.id) };
      }),
      fill: quickReplies.fill.handler(({ context, input }) => {
        const { store, values, shopLanguage, day } = lineOf(context.shop);
        const shop = { name: values().shopName, language: shopLanguage() };
        return fillQuickReply(store, input, shop, { now: now(), timeZone: day().timeZone });
      }),
    },
    templates: {
      list: templates.list.handler(({ context }) => {
        const { store, fetching } = lineOf(context.shop);
        const readAt = store.facts.get('templates_read_at');
        const problem = store.facts.get('templates_problem');
        return {
          templates: store.templates.list().map(viewTemplate),
          readAt: readAt === null ? null : Number(readAt),
          problem: problem === null || problem === '' ? null : (problem as Reason),
          reading: fetching.templates.reading(),
        };
      }),
      refresh: templates.refresh.handler(({ context }) => ({ started: lineOf(context.shop).fetching.templates.refresh() })),
    },
  };
}
