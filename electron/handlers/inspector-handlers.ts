import type { ConnectionView } from '../../shared/contract/connection.ts';
import { createMasker } from '../../shared/domain/mask-personal.ts';
import { parseWebhook } from '../inbound/parse-webhook.ts';
import type { Line } from '../line.ts';
import { inspectorMasker } from '../parts/inspector-masker.ts';
import { makeDiagnostics } from '../parts/make-diagnostics.ts';
import { makeWebhookFile } from '../parts/make-webhook-file.ts';
import { replayWebhook } from '../parts/replay-webhook.ts';
import { makeCallFile, viewCall } from '../parts/view-call.ts';
import type { Practice } from '../practice.ts';
import { listWebhooks } from '../queries/list-webhooks.ts';
import { viewWebhook } from '../queries/view-webhook.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import type { HandlerDeps } from './acting.ts';
import { server as os } from './server.ts';

type Given = { settings: EffectiveSettings; practice: Pick<Practice, 'door'>; view: (line: Line) => ConnectionView; version: string };

/** For the person who helps the shop: what came, what was called, and a file of both with personal data masked. */
export function inspectorHandlers({ line, acting, now }: HandlerDeps, { settings, practice, view, version }: Given) {
  const inspecting = ({ store, door }: Line) => ({ store, parse: parseWebhook, msOf: door.msOf });
  return {
    webhooks: os.inspector.webhooks.handler(({ context, input }) => listWebhooks(inspecting(line(context.shop)), input)),
    webhook: os.inspector.webhook.handler(({ context, input }) =>
      acting(context, (asked) => {
        const found = viewWebhook(inspecting(asked), input.id, input.masked ? inspectorMasker(asked, settings) : null);
        return found ? { ok: true as const, ...found } : { ok: false as const, reason: 'not-found' as const };
      }),
    ),
    calls: os.inspector.calls.handler(({ context }) => line(context.shop).calls.list()),
    call: os.inspector.call.handler(({ context, input }) =>
      acting(context, (asked) => {
        const found = asked.calls.find(input.id);
        if (!found) return { ok: false as const, reason: 'not-found' as const };
        return { ok: true as const, ...viewCall(found, input.masked ? createMasker({ secrets: asked.secrets }) : null) };
      }),
    ),
    exportCalls: os.inspector.exportCalls.handler(({ context }) =>
      acting(context, (asked) =>
        makeCallFile({ calls: asked.calls.all(), exports: asked.files.exports, masker: inspectorMasker(asked, settings), now: now() }),
      ),
    ),
    refusals: os.inspector.refusals.handler(({ context }) => [...line(context.shop).door.refusals()]),
    replay: os.inspector.replay.handler(({ context, input }) => acting(context, ({ store }) => replayWebhook({ store, door: practice.door() }, input.id))),
    export: os.inspector.export.handler(({ context, input }) =>
      acting(context, (asked) =>
        makeWebhookFile({ ...inspecting(asked), exports: asked.files.exports, masker: inspectorMasker(asked, settings), now: now() }, input),
      ),
    ),
    diagnostics: os.inspector.diagnostics.handler(({ context }) =>
      acting(context, (asked) =>
        makeDiagnostics({
          ...inspecting(asked),
          line: asked,
          connection: view(asked),
          settings,
          masker: inspectorMasker(asked, settings),
          version,
          now: now(),
        }),
      ),
    ),
  };
}
