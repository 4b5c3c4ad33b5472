import { randomBytes } from 'node:crypto';
import type { HandlerDeps } from './acting.ts';
import { breathe } from '../breathe.ts';
import { blockCustomer } from '../commands/block-customer.ts';
import { eraseCustomer } from '../commands/erase-customer.ts';
import { saveCustomer } from '../commands/save-customer.ts';
import { exportCustomer } from '../parts/export-customer.ts';
import { blockUsers } from '../graph/block-users.ts';
import { server } from './server.ts';

/** The customers' part of the contract. */
export function customerHandlers({ line: lineOf, acting, now }: HandlerDeps) {
  const os = server.customers;
  return {
    get: os.get.handler(({ context, input }) => {
      const line = lineOf(context.shop);
      return line.reader.ask('customer', { customerId: input.customerId, now: now(), canCall: line.access() !== null });
    }),
    save: os.save.handler(({ context, input }) => acting(context, ({ store, feed }) => saveCustomer({ store, publish: feed.publish }, input))),
    tags: os.tags.handler(({ context }) => lineOf(context.shop).store.customers.tags()),
    block: os.block.handler(({ context, input }) =>
      acting(context, ({ store, feed, access, canSendFrom }) => {
        const call = access();
        const deps = { store, publish: feed.publish, now, canCall: () => call !== null, canSendFrom };
        const block: Parameters<typeof blockCustomer>[0]['block'] = (phoneNumberId, names, on) =>
          call === null ? Promise.resolve({ ok: false, reason: 'not-configured' }) : blockUsers(call, phoneNumberId, names, on);
        return blockCustomer({ ...deps, block }, input.customerId, input.on);
      }),
    ),
    export: os.export.handler(({ context, input }) => acting(context, (line) => exportCustomer(line, input.customerId, now()))),
    erase: os.erase.handler(({ context, input }) =>
      acting(context, async ({ store, feed, files }) => {
        await files.exports.forget(input.customerId);
        return eraseCustomer(
          { store, publish: feed.publish, now, newKey: () => randomBytes(32).toString('hex'), breathe, sweepFiles: files.sweep },
          input.customerId,
        );
      }),
    ),
  };
}
