import type { HandlerDeps } from './acting.ts';
import { dismissMessage } from '../commands/dismiss-message.ts';
import type { SendDeps } from '../commands/queue-message.ts';
import { sendMessage } from '../commands/send-message.ts';
import type { Line } from '../line.ts';
import { listFailed } from '../queries/list-failed.ts';
import { messageDetails } from '../queries/message-details.ts';
import { server } from './server.ts';

/** What sends, and what became of it: a part of the chats' contract. */
export function sendHandlers({ acting, line: lineOf, now }: HandlerDeps) {
  const os = server.chats;
  const sendDeps = ({ store, feed, outbox, canSendFrom }: Line): SendDeps => ({ store, now, publish: feed.publish, wakeOutbox: outbox.wake, canSendFrom });
  return {
    send: os.send.handler(({ context, input }) => acting(context, (line) => sendMessage({ ...sendDeps(line), takeUpload: line.files.takeUpload }, input))),
    dismiss: os.dismiss.handler(({ context, input }) => acting(context, (line) => dismissMessage(sendDeps(line), input.messageId))),
    failed: os.failed.handler(({ context }) => listFailed(lineOf(context.shop).store)),
    details: os.details.handler(({ context, input }) => {
      const { store, reader } = lineOf(context.shop);
      return messageDetails(store, input.messageId, (question) => reader.ask('messageArrivals', question));
    }),
  };
}
