import type { HandlerDeps } from './acting.ts';
import { markSeen } from '../commands/mark-seen.ts';
import type { SendDeps } from '../commands/queue-message.ts';
import { reply } from '../commands/reply.ts';
import { sendAgain } from '../commands/send-again.ts';
import { settleChat } from '../commands/settle-chat.ts';
import { takeBack } from '../commands/take-back.ts';
import type { Line } from '../line.ts';
import { accountZone, serviceMonth } from '../queries/service-month.ts';
import { rawMessage } from '../queries/raw-message.ts';
import { listConversations, viewConversation, viewThread } from '../queries/view-conversation.ts';
import { sendHandlers } from './send-handlers.ts';
import { server } from './server.ts';

/** The chats' part of the contract. */
export function chatHandlers(deps: HandlerDeps) {
  const { acting, line: lineOf, now, newId } = deps;
  const os = server;
  const replyDeps = ({ store, feed, outbox, canSendFrom }: Line): SendDeps => ({ store, now, publish: feed.publish, wakeOutbox: outbox.wake, canSendFrom });
  const settingOf = ({ values, shopLanguage }: Line) => ({ now: now(), warnBefore: values().closingWarning * 60_000, shopLanguage: shopLanguage() });
  return {
    chats: {
      list: os.chats.list.handler(({ context, input }) => {
        const line = lineOf(context.shop);
        return listConversations(line.store, input.filter ?? 'all', input.before ?? null, settingOf(line));
      }),
      ...sendHandlers(deps),
      get: os.chats.get.handler(({ context, input }) => {
        const { store } = lineOf(context.shop);
        const row = store.conversations.get(input.conversationId);
        return row && viewConversation(store, row, settingOf(lineOf(context.shop)));
      }),
      gone: os.chats.gone.handler(({ context, input }) => {
        const gone = lineOf(context.shop).store.conversations.gone(input.conversationId);
        return gone && (gone.became === null ? 'erased' : { became: gone.became });
      }),
      thread: os.chats.thread.handler(({ context, input }) => viewThread(lineOf(context.shop).store, input)),
      raw: os.chats.raw.handler(({ context, input }) => rawMessage(lineOf(context.shop).store, input.messageId)),
      reply: os.chats.reply.handler(({ context, input }) => acting(context, (line) => reply(replyDeps(line), input))),
      sendAgain: os.chats.sendAgain.handler(({ context, input }) =>
        acting(context, (line) => sendAgain({ ...replyDeps(line), newId: newId }, input.messageId)),
      ),
      takeBack: os.chats.takeBack.handler(({ context, input }) => acting(context, (line) => takeBack(replyDeps(line), input.messageId))),
      seen: os.chats.seen.handler(({ context, input }) => {
        const { store, feed, shop } = lineOf(context.shop);
        if (shop !== context.shop) return { unread: 0 };
        return { unread: markSeen({ store, publish: feed.publish }, input.conversationId, input.messageId) };
      }),
      done: os.chats.done.handler(({ context, input }) =>
        acting(context, ({ store, feed }) => settleChat({ store, now, publish: feed.publish }, input.conversationId)),
      ),
      typing: os.chats.typing.handler(async ({ context, input }) => ({ told: await lineOf(context.shop).care.typing(input.conversationId) })),
      draft: os.chats.draft.handler(({ context, input }) => {
        const { store, feed, shop } = lineOf(context.shop);
        if (shop !== context.shop) return { kept: false };
        const kept = store.drafts.keep(input.conversationId, input.text);
        if (kept) feed.publish([{ kind: 'conversation', conversationId: input.conversationId }]);
        return { kept };
      }),
      month: os.chats.month.handler(({ context }) => {
        const { store, values, day } = lineOf(context.shop);
        return serviceMonth(store, now(), accountZone(values(), day().timeZone));
      }),
    },
  };
}
