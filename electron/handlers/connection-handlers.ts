import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { Line } from '../line.ts';
import type { HandlerDeps } from './acting.ts';
import { server as os } from './server.ts';

type Given = { view: (line: Line) => ConnectionView; restartTunnel: (line: Line) => Promise<void> };

/** The way from Meta to the line that a page is on: how it stands, and what can be done about it. */
export function connectionHandlers({ line, acting }: HandlerDeps, { view, restartTunnel }: Given) {
  return {
    get: os.connection.get.handler(({ context }) => view(line(context.shop))),
    checkNow: os.connection.checkNow.handler(async ({ context }) => {
      const asked = line(context.shop);
      await asked.link.checkNow();
      return view(asked);
    }),
    register: os.connection.register.handler(({ context, input }) =>
      acting(context, async (asked) => {
        const answer = await asked.link.register(input.takeOver);
        return answer.ok ? { ok: true as const, connection: view(asked) } : answer;
      }),
    ),
    log: os.connection.log.handler(({ context, input }) => line(context.shop).link.log(input.before, input.limit)),
    gaps: os.connection.gaps.handler(({ context }) => line(context.shop).link.gaps()),
    gapSeen: os.connection.gapSeen.handler(({ context, input }) => {
      const asked = line(context.shop);
      if (asked.shop === context.shop) asked.link.gapSeen(input.gapId);
      return view(asked);
    }),
    restartTunnel: os.connection.restartTunnel.handler(async ({ context }) => {
      const asked = line(context.shop);
      await restartTunnel(asked);
      return view(asked);
    }),
    resumeOutbox: os.connection.resumeOutbox.handler(({ context }) => {
      const asked = line(context.shop);
      asked.outbox.resume();
      return view(asked);
    }),
  };
}
