import type { App } from '../../electron/app.ts';
import type { AppRouter } from '../../electron/router.ts';
import { server } from '../../electron/router.ts';

export type TinyApp = App & {
  /** Feeds that are being listened to. */
  feeds(): number;
};

const never = () => {
  throw new Error('not in the tiny app: EAAB-secret');
};

/** The smallest thing that answers the contract: what a cable's tests need of an app, and no shop behind it. */
export function createTinyApp(): TinyApp {
  let feeds = 0;
  const router: AppRouter = server.router({
    app: {
      get: server.app.get.handler(({ context }) => ({ version: '0.0.0', shop: context.shop, running: ['practice'], place: context.place })),
    },
    orders: {
      board: server.orders.board.handler(never),
      get: server.orders.get.handler(() => null),
      accept: server.orders.accept.handler(never),
      decline: server.orders.decline.handler(never),
    },
    chats: {
      list: server.chats.list.handler(never),
      get: server.chats.get.handler(never),
      thread: server.chats.thread.handler(never),
      raw: server.chats.raw.handler(({ input }) => 'x'.repeat(input.messageId)),
      reply: server.chats.reply.handler(({ input }) => ({ ok: true, messageId: input.text.length || 1 })),
      sendAgain: server.chats.sendAgain.handler(never),
      seen: server.chats.seen.handler(never),
    },
    products: { image: server.products.image.handler(never) },
    settings: { get: server.settings.get.handler(never), save: server.settings.save.handler(never), setSecret: server.settings.setSecret.handler(never) },
    connection: {
      get: server.connection.get.handler(never),
      restartTunnel: server.connection.restartTunnel.handler(never),
      resumeOutbox: server.connection.resumeOutbox.handler(never),
    },
    live: {
      open: server.live.open.handler(never),
      feed: server.live.feed.handler(async function* ({ signal }) {
        feeds += 1;
        try {
          for (let number = 1; signal?.aborted !== true; number += 1) {
            yield { epoch: 'tiny', number, reset: false, news: [] };
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        } finally {
          feeds -= 1;
        }
      }),
      bell: server.live.bell.handler(never),
      screenSound: server.live.screenSound.handler(never),
    },
    practice: {
      get: server.practice.get.handler(never),
      start: server.practice.start.handler(never),
      stop: server.practice.stop.handler(never),
      act: server.practice.act.handler(never),
      behave: server.practice.behave.handler(never),
      script: server.practice.script.handler(never),
    },
  });
  return {
    router,
    context: (asked, place) => ({ shop: asked ?? 'practice', place }),
    feeds: () => feeds,
    mainShop: 'practice',
    webhookUrl: () => 'http://127.0.0.1:1/webhook',
    open: () => undefined,
    arrival: () => null,
    waitingOrders: () => 0,
    acceptOrder: () => false,
    onNews: () => () => undefined,
    stop: async () => undefined,
  };
}
