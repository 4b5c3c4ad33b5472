import type { Router } from '@orpc/server';
import type { AppView } from '../shared/contract.ts';
import type { contract } from '../shared/contract.ts';
import type { ShopKind } from '../shared/contract/common.ts';
import type { OpenEvent } from '../shared/contract/live.ts';
import type { PracticeView } from '../shared/contract/practice.ts';
import type { Refused } from '../shared/domain/reason.ts';
import type { HandlerDeps } from './handlers/acting.ts';
import type { Line } from './line.ts';
import { answerHandlers } from './handlers/answer-handlers.ts';
import { bellHandlers, screenHandlers } from './handlers/bell-handlers.ts';
import { catalogueHandlers } from './handlers/catalogue-handlers.ts';
import { chatHandlers } from './handlers/chat-handlers.ts';
import { computerHandlers } from './handlers/computer-handlers.ts';
import type { Computer } from './handlers/computer-handlers.ts';
import { connectionHandlers } from './handlers/connection-handlers.ts';
import { customerHandlers } from './handlers/customer-handlers.ts';
import { inspectorHandlers } from './handlers/inspector-handlers.ts';
import { mediaHandlers } from './handlers/media-handlers.ts';
import { searchHandlers } from './handlers/search-handlers.ts';
import { dayBookHandlers } from './handlers/day-book-handlers.ts';
import { orderChangeHandlers } from './handlers/order-change-handlers.ts';
import { orderHandlers } from './handlers/order-handlers.ts';
import { printHandlers } from './handlers/print-handlers.ts';
import { setupHandlers } from './handlers/setup-handlers.ts';
import type { Practice } from './practice.ts';
import type { EffectiveSettings } from './settings/effective-settings.ts';
import { type PageContext, server } from './handlers/server.ts';
import type { Bell } from './parts/start-bell.ts';
import type { Setup } from './parts/start-setup.ts';

export type { PageContext };
export type AppRouter = Router<typeof contract, PageContext>;

export type RouterDeps = {
  /** The line that a page is connected to, or the one that runs now where that one has ended. */
  line: (shop: ShopKind) => Line;
  running: () => ShopKind[];
  settings: EffectiveSettings;
  bell: Bell;
  practice: Practice;
  setup: Setup;
  /** Null where there is no desktop. */
  computer: Computer | null;
  restartTunnel: (line: Line) => Promise<void>;
  openings: (signal?: AbortSignal) => AsyncGenerator<OpenEvent, void, void>;
  version: string;
  now: () => number;
  newId: () => string;
};

/** The contract, answered by commands and queries; handed to both cables. */
export function createRouter(deps: RouterDeps): AppRouter {
  const { now, settings, practice } = deps;
  const os = server;
  const connection = (line: Line) => line.connection(deps.bell.ringing.screens());
  /** A page whose line has ended may look at the other until it has noticed, but must not act on it: ids mean other things there. */
  const acting = <T>({ shop }: PageContext, act: (line: Line) => T): T | Refused => {
    const line = deps.line(shop);
    return line.shop === shop ? act(line) : { ok: false, reason: 'not-possible-here' };
  };
  const handlerDeps: HandlerDeps = { acting, line: (shop) => deps.line(shop), now, newId: deps.newId };

  return os.router({
    app: {
      get: os.app.get.handler(({ context }): AppView => ({
        version: deps.version,
        shop: deps.line(context.shop).shop,
        running: deps.running(),
        place: context.place,
      })),
    },
    orders: { ...orderHandlers(handlerDeps), ...orderChangeHandlers(handlerDeps) },
    bell: bellHandlers(handlerDeps, deps.bell),
    printing: printHandlers(handlerDeps),
    ...dayBookHandlers(handlerDeps),
    ...chatHandlers(handlerDeps),
    ...catalogueHandlers(handlerDeps),
    ...answerHandlers(handlerDeps),
    customers: customerHandlers(handlerDeps),
    media: mediaHandlers(handlerDeps),
    search: searchHandlers(handlerDeps),
    settings: {
      get: os.settings.get.handler(() => settings.view()),
      save: os.settings.save.handler(({ input }) => {
        const ignored = settings.save(withoutUndefined(input));
        return { settings: settings.view(), ignored };
      }),
      setSecret: os.settings.setSecret.handler(async ({ input }) => {
        await settings.setSecret(input.name, input.value);
        return settings.view();
      }),
    },
    computer: computerHandlers(deps.computer),
    connection: connectionHandlers(handlerDeps, { view: connection, restartTunnel: deps.restartTunnel }),
    setup: setupHandlers(deps.setup),
    inspector: inspectorHandlers(handlerDeps, { settings, practice, view: connection, version: deps.version }),
    live: {
      feed: os.live.feed.handler(({ context, input, signal }) => deps.line(context.shop).feed.listen(input, signal)),
      ...screenHandlers(deps.bell),
      open: os.live.open.handler(({ signal }) => deps.openings(signal)),
    },
    practice: {
      get: os.practice.get.handler((): PracticeView => practice.view()),
      start: os.practice.start.handler(async () => practice.start().then(practice.view)),
      stop: os.practice.stop.handler(async () => {
        // Alone, it is all there is: without it no page would have a line to look at.
        if (deps.running().includes('real')) await practice.stop();
        return practice.view();
      }),
      act: os.practice.act.handler(async ({ input }) => practice.act(input.action).then(practice.view)),
      behave: os.practice.behave.handler(({ input }) => {
        practice.behave(withoutUndefined(input));
        return practice.view();
      }),
      trouble: os.practice.trouble.handler(async ({ input }) => practice.trouble(withoutUndefined(input)).then(practice.view)),
      readdress: os.practice.readdress.handler(async () => practice.readdress().then(practice.view)),
      script: os.practice.script.handler(({ input }) => {
        practice.script(input.on);
        return practice.view();
      }),
    },
  });
}
type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Fields that were not given are left out, so that they do not overwrite what is there. */
function withoutUndefined<T extends object>(input: T): Defined<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Defined<T>;
}
