import { expect, test } from 'vitest';
import { sendText, type TextMessage } from '../../electron/graph/send-message.ts';
import { answeringServer } from '../support/answering-server.ts';
import { accepted } from '../support/scripted-graph.ts';

const MESSAGE: TextMessage = {
  phoneNumberId: '106540352242922',
  recipient: { phone: '16505550111' },
  body: 'Ja, gern!',
  quoteWamid: null,
  callbackId: 'request-0001',
};

async function send(answer: string, over: Partial<TextMessage> = {}) {
  const server = await answeringServer(
    (response) => void response.writeHead(200, { 'content-type': 'application/json', date: 'Mon, 23 Nov 2026 09:00:00 GMT' }).end(answer),
  );
  const dates: number[] = [];
  const outcome = await sendText(
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
