import type { App } from '../../electron/app.ts';
import type { AppRouter } from '../../electron/router.ts';
import { server } from '../../electron/handlers/server.ts';
import { contract } from '../../shared/contract.ts';

export type TinyApp = App & {
  /** Feeds that are being listened to. */
  feeds(): number;
};

const never = () => {
  throw new Error('not in the tiny app: EAAB-secret');
};

/** Every question of the contract, answered with an error. */
function refusing(part: object, at: Record<string, unknown>): Record<string, unknown> {
  const answer = (name: string, inner: object): unknown => {
    const there = at[name] as Record<string, unknown> & { handler: (work: () => never) => unknown };
    return '~orpc' in inner ? there.handler(never) : refusing(inner, there);
  };
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, answer(name, inner as object)]));
}

/** The smallest thing that answers the contract: what a cable's tests need of an app, and no shop behind it. */
export function createTinyApp(): TinyApp {
  let feeds = 0;
  const all = refusing(contract, server as unknown as Record<string, unknown>) as unknown as AppRouter;
  const router = server.router({
    ...all,
    app: {
      get: server.app.get.handler(({ context }) => ({ version: '0.0.0', shop: context.shop, running: ['practice'], place: context.place })),
    },
    orders: { ...all.orders, get: server.orders.get.handler(() => null) },
    chats: {
      ...all.chats,
      raw: server.chats.raw.handler(({ input }) => 'x'.repeat(input.messageId)),
      reply: server.chats.reply.handler(({ input }) => ({ ok: true, messageId: input.text.length || 1 })),
    },
    live: {
      ...all.live,
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
    },
  });
  return {
    router,
    context: (asked, place) => ({ shop: asked ?? 'practice', place }),
    feeds: () => feeds,
    mainShop: 'practice',
    webhookUrl: () => 'http://127.0.0.1:1/webhook',
    findFile: async () => null,
    open: () => undefined,
    arrival: () => null,
    waitingOrders: () => 0,
    acceptOrder: () => false,
    desk: {
      waiting: () => [],
      waitingIds: () => new Set(),
      closing: () => null,
      order: () => null,
      toastKey: () => null,
      isQuiet: () => false,
      isOpen: () => true,
      light: () => null,
      wakeUp: () => undefined,
      woke: () => undefined,
    },
    onNews: () => () => undefined,
    stop: async () => undefined,
  };
}
