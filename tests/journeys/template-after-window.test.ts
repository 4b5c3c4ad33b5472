import { expect, test } from 'vitest';
import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import { answeringServer } from '../support/answering-server.ts';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, postSigned, seconds, textMessage, tick } from '../support/post-webhook.ts';
import { accepted } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const WABA = '102290129340398';
const TEMPLATES = [
  {
    id: '1',
    name: 'order_update',
    language: 'en_US',
    status: 'APPROVED',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{order}}' },
      { type: 'BODY', text: 'Hello {{first_name}}, your order is {{status}}.' },
      { type: 'FOOTER', text: 'The bakery' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Look', url: 'https://example.com/o/{{1}}' }] },
    ],
  },
  { id: '2', name: 'not_yet', language: 'en_US', status: 'PENDING', category: 'UTILITY', components: [{ type: 'BODY', text: 'Soon.' }] },
];

/** A shop whose customer wrote 25 hours ago, at a Graph API that lists two templates and takes every message. */
async function openLateChat() {
  let now = NOON;
  let sends = 0;
  const graph = await answeringServer((response, { url }) => {
    const give = (body: string) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    if (url.includes('/message_templates')) return give(JSON.stringify({ data: TEMPLATES }));
    if (url.endsWith('/messages')) return give(accepted(`wamid.${(sends += 1)}`));
    response.writeHead(404).end();
  });
  const shop = closeAfter(await startShop({ graphUrl: graph.url, now: () => now }));
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage({ timestamp: seconds(NOON) })] }));
  await shop.api.settings.save({ wabaId: WABA });
  await shop.api.templates.refresh();
  await until('the templates', async () => (await shop.api.templates.list()).templates.length === 2);
  now = NOON + SERVICE_WINDOW_MS + 60 * 60 * 1000;
  const sent = () => graph.asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/messages')).map(({ body }) => JSON.parse(body) as unknown);
  const mine = async () => (await shop.api.chats.thread({ conversationId: 1 })).messages.filter(({ direction }) => direction === 'out');
  return { shop, sent, mine };
}

const GIVEN = {
  kind: 'template' as const,
  name: 'order_update',
  language: 'en_US',
  headerFields: ['#14'],
  headerUploadId: null,
  fields: ['Sheena', 'ready'],
  buttonFields: [{ index: 0, text: '14' }],
};

test('after the 24 hours an approved template goes, filled, and stands in the thread with its words', async () => {
  const { shop, sent, mine } = await openLateChat();
  const send = (content: Parameters<typeof shop.api.chats.send>[0]['content'], requestId: string) =>
    shop.api.chats.send({ conversationId: 1, content, requestId });
  expect(await send({ kind: 'text', body: 'Your order is ready.' }, 'request-text')).toEqual({ ok: false, reason: 'window-closed' });
  expect(await send({ kind: 'catalogue', body: 'All of it', footer: '', thumbnail: '' }, 'request-all')).toEqual({ ok: false, reason: 'window-closed' });
  expect(await send({ ...GIVEN, name: 'not_yet', headerFields: [], fields: [], buttonFields: [] }, 'request-soon')).toEqual({
    ok: false,
    reason: 'template-not-approved',
  });
  expect(await send({ ...GIVEN, fields: ['Sheena', ''] }, 'request-half')).toEqual({ ok: false, reason: 'field-empty' });
  expect(await send(GIVEN, 'request-whole')).toMatchObject({ ok: true });
  await until('the answer of the send call', async () => (await mine())[0]?.status === 'accepted');
  expect(sent()).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+16505550111',
      type: 'template',
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'text', parameter_name: 'order', text: '#14' }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', parameter_name: 'first_name', text: 'Sheena' },
              { type: 'text', parameter_name: 'status', text: 'ready' },
            ],
          },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '14' }] },
        ],
      },
      biz_opaque_callback_data: 'request-whole',
    },
  ]);
  expect((await mine())[0]?.content).toEqual({
    kind: 'template',
    name: 'order_update',
    language: 'en_US',
    header: 'Order #14',
    body: 'Hello Sheena, your order is ready.',
    footer: 'The bakery',
    buttons: ['Look'],
  });
});

test('a template that Meta took and then did not deliver says why, and is sent again whole', async () => {
  const { shop, sent, mine } = await openLateChat();
  await shop.api.chats.send({ conversationId: 1, content: GIVEN, requestId: 'request-first' });
  await until('the first try', async () => (await mine())[0]?.status === 'accepted');
  const errors = [{ code: 132015, title: 'Template is paused', error_data: { details: 'The template is paused due to low quality' } }];
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.1', 'failed', { errors })] }));
  const failed = (await mine())[0];
  expect(failed).toMatchObject({ status: 'failed', failure: { reason: 'template-not-approved', code: 132015 } });
  const again = await shop.api.chats.sendAgain({ messageId: failed?.id ?? 0 });
  expect(again).toMatchObject({ ok: true });
  await until('the second try', async () => (await mine())[1]?.status === 'accepted');
  const [first, second] = sent() as { template: object }[];
  expect(second?.template).toEqual(first?.template);
  expect((await shop.api.chats.failed()).failed).toEqual([]);
});
