import { ORPCError } from '@orpc/server';
import { server as os } from './server.ts';

const missing = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** For the person who helps the shop: what came, what was called, and a file of both with personal data masked. */
export function inspectorHandlers() {
  return {
    webhooks: os.inspector.webhooks.handler(missing),
    webhook: os.inspector.webhook.handler(missing),
    calls: os.inspector.calls.handler(missing),
    call: os.inspector.call.handler(missing),
    refusals: os.inspector.refusals.handler(missing),
    replay: os.inspector.replay.handler(missing),
    export: os.inspector.export.handler(missing),
    diagnostics: os.inspector.diagnostics.handler(missing),
  };
}
