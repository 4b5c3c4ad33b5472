import { BARE, BARE_TEMPLATE } from '../../shared/domain/send-limits.ts';
import { expect, test } from 'vitest';
import { sendMessage, type OutgoingMessage } from '../../electron/graph/send-message.ts';
import { answeringServer } from '../support/answering-server.ts';
import { accepted } from '../support/scripted-graph.ts';

const MESSAGE: OutgoingMessage = {
  phoneNumberId: '106540352242922',
  recipient: { phone: '16505550111' },
  content: { kind: 'text', body: 'Ja, gern!' },
  quoteWamid: null,
  callbackId: 'request-0001',
  mediaId: null,
  filename: null,
};

async function send(answer: string, over: Partial<OutgoingMessage> = {}) {
  const server = await answeringServer(
    (response) => void response.writeHead(200, { 'content-type': 'application/json', date: 'Mon, 23 Nov 2026 09:00:00 GMT' }).end(answer),
  );
  const dates: number[] = [];
  const outcome = await sendMessage(
    { baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token' },
    { ...MESSAGE, ...over },
    (date) => void dates.push(date),
  );
  return { outcome, dates, request: server.asked[0], body: JSON.parse(server.asked[0]?.body ?? 'null') as unknown };
}

test('a text goes to the phone number’s own edge, exactly as Meta wants it', async () => {
  const { outcome, request, body, dates } = await send(accepted('wamid.1'));
  expect(outcome).toEqual({ ok: true, wamid: 'wamid.1' });
  expect(request).toMatchObject({ method: 'POST', url: '/v25.0/106540352242922/messages' });
  expect(body).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+16505550111',
    type: 'text',
    text: { body: 'Ja, gern!', preview_url: true },
    biz_opaque_callback_data: 'request-0001',
  });
  expect(dates).toEqual([Date.UTC(2026, 10, 23, 9)]);
});

test('a quote names the message, and a customer without a number is named by the business-scoped id, whole', async () => {
  const { body } = await send(accepted('wamid.1'), { recipient: { userId: 'US.13491208655302741918' }, quoteWamid: 'wamid.q' });
  expect(body).toMatchObject({ recipient: 'US.13491208655302741918', context: { message_id: 'wamid.q' } });
  expect(body).not.toHaveProperty('to');
});

test('a phone number id that is none cannot lead to another edge', async () => {
  const { request } = await send(accepted('wamid.1'), { phoneNumberId: '1/../2?x=' });
  expect(request?.url).toBe('/v25.0/1%2F..%2F2%3Fx%3D/messages');
});

test.each(['{}', '{"messages":[]}', '{"messages":[{"id":""}]}', '{"messages":{"id":"wamid.1"}}', '{"success":true}'])(
  'an answer without a message id (%s) leaves the message in doubt',
  async (answer) => {
    expect((await send(answer)).outcome).toMatchObject({ ok: false, kind: 'unknown' });
  },
);

test('reply buttons, a location request and a template go out in the objects that Meta names', async () => {
  const buttons = [
    { id: 'sb:t:yes', title: 'Accept' },
    { id: 'sb:t:no', title: 'Decline' },
  ];
  expect((await send(accepted('wamid.1'), { content: { kind: 'buttons', ...BARE, body: 'All right?', buttons } })).body).toMatchObject({
    type: 'interactive',
    interactive: { type: 'button', body: { text: 'All right?' }, action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) } },
  });
  expect((await send(accepted('wamid.1'), { content: { kind: 'location-request', body: 'Where to?' } })).body).toMatchObject({
    type: 'interactive',
    interactive: { type: 'location_request_message', body: { text: 'Where to?' }, action: { name: 'send_location' } },
  });
  const content = { kind: 'template', ...BARE_TEMPLATE, name: 'order_ready', language: 'en_US', fields: ['Ana', 'Main street 1\n  12345\tTown '] } as const;
  const { body } = await send(accepted('wamid.1'), { content });
  expect(body).toMatchObject({
    type: 'template',
    template: {
      name: 'order_ready',
      language: { code: 'en_US' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: 'Main street 1 12345 Town' },
          ],
        },
      ],
    },
  });
  expect(body).not.toHaveProperty('text');
  const bare = await send(accepted('wamid.1'), { content: { ...content, fields: [] } });
  expect(bare.body).toHaveProperty('template', { name: 'order_ready', language: { code: 'en_US' } });
});
