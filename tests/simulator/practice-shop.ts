import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../electron/simulator/simulator.ts';
import type { ChangeValue, InboundMessage, Status, WebhookBody } from '../../electron/wire/webhook-types.ts';

export const SECRET = 'a secret of paper';
export const TOKEN = 'a token of paper';
export const PHONE_ID = '106540352242922';

/** A webhook as it came in, proved over its raw bytes. */
export type Delivery = { raw: string; body: WebhookBody };

export type PracticeShop = {
  simulator: Simulator;
  deliveries: Delivery[];
  /** Unsigned or wrongly signed requests; none is expected. */
  forged: string[];
  reports: string[];
  clock: { now: number };
  /** What the receiver answers to the next deliveries, in turn; 200 when it is empty. `hang up` answers nothing, `slow` takes its time. */
  answers: (number | 'hang up' | 'slow')[];
  values(): ChangeValue[];
  messages(): InboundMessage[];
  statuses(): Status[];
  until(what: () => boolean): Promise<void>;
  send(body: unknown, change?: { token?: string | null; path?: string }): Promise<Response>;
};

/** A text to the first of the cast. */
export const TO_SHEENA = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+16505550101',
  type: 'text',
  text: { body: 'Yes, it is.', preview_url: false },
  biz_opaque_callback_data: 'out-1',
};

/** A simulator and a small real receiver that checks each signature over the raw bytes; both end with the test. */
export async function openPracticeShop(options: Partial<SimulatorOptions> = {}): Promise<PracticeShop> {
  const deliveries: Delivery[] = [];
  const forged: string[] = [];
  const reports: string[] = [];
  const answers: PracticeShop['answers'] = [];
  const clock = { now: Date.UTC(2026, 10, 22, 9, 0, 0) };
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts);
      const proof = `sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`;
      if (request.headers['x-hub-signature-256'] !== proof || request.url !== '/webhook') forged.push(raw.toString('latin1'));
      const answer = answers.shift() ?? 200;
      if (answer === 'hang up') {
        response.destroy();
        return;
      }
      const take = (): void => {
        deliveries.push({ raw: raw.toString('latin1'), body: JSON.parse(raw.toString('utf8')) as WebhookBody });
        response.writeHead(200).end();
      };
      if (answer === 'slow') setTimeout(take, 80);
      else if (answer === 200) take();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const simulator = await startSimulator({
    webhookUrl: `http://127.0.0.1:${address.port}/webhook`,
    appSecret: SECRET,
    accessToken: TOKEN,
    phoneNumberId: PHONE_ID,
    seed: 7,
    pace: 100,
    now: () => clock.now,
    report: (line) => reports.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await simulator.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  const values = (): ChangeValue[] => deliveries.flatMap(({ body }) => body.entry.flatMap((entry) => entry.changes.map((change) => change.value)));
  return {
    simulator,
    deliveries,
    forged,
    reports,
    clock,
    answers,
    values,
    messages: () => values().flatMap((value) => value.messages ?? []),
    statuses: () => values().flatMap((value) => value.statuses ?? []),
    until: async (what) => {
      const end = Date.now() + 8_000;
      while (!what()) {
        if (Date.now() > end) throw new Error('It did not happen within 8 s');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    send: (body, { token = TOKEN, path = `/v25.0/${PHONE_ID}/messages` } = {}) =>
      fetch(`${simulator.graphUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
