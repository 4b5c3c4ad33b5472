import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { openPracticeShop, type PracticeShop, TO_SHEENA } from './practice-shop.ts';

const { type: _type, text: _text, ...TO } = TO_SHEENA;
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const BUTTONS = {
  ...TO,
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'All right?' }, action: { buttons: [reply('yes', 'Accept'), reply('no', 'Decline')] } },
};
const PLACE = {
  ...TO,
  type: 'interactive',
  interactive: { type: 'location_request_message', body: { text: 'Where to?' }, action: { name: 'send_location' } },
};
const WORDS = { ...TO, type: 'text', text: { body: 'What address shall we deliver it to?' } };

const wamidOf = async (response: Response): Promise<string> => ((await response.json()) as { messages: { id: string }[] }).messages[0]?.id ?? '';
const newest = (shop: PracticeShop) => shop.messages().at(-1);

test('a pressed button comes back with its id and title, and names the message that it stood under', async () => {
  const shop = await openPracticeShop();
  const id = await wamidOf(await shop.send(BUTTONS));
  const context = { from: PRACTICE_ACCOUNT.displayPhoneNumber, id };
  await shop.simulator.act('press-first');
  expect(newest(shop)).toMatchObject({
    from: '16505550101',
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Accept' } },
    context,
  });
  await shop.simulator.act('press-last');
  expect(newest(shop)).toMatchObject({ interactive: { button_reply: { id: 'no', title: 'Decline' } }, context });
  expect(shop.forged).toEqual([]);
});

test('of two questions each is answered, the newest first', async () => {
  const shop = await openPracticeShop();
  const ids = [await wamidOf(await shop.send(BUTTONS)), await wamidOf(await shop.send(BUTTONS))];
  await shop.simulator.act('press-first');
  await shop.simulator.act('press-last');
  expect(shop.messages()).toMatchObject([
    { interactive: { button_reply: { id: 'yes' } }, context: { id: ids[1] } },
    { interactive: { button_reply: { id: 'no' } }, context: { id: ids[0] } },
  ]);
});

test('a place is shared on a location request, as an ordinary location with its context; it opens the window anew', async () => {
  const shop = await openPracticeShop();
  const id = await wamidOf(await shop.send(PLACE));
  await shop.send(BUTTONS);
  shop.clock.now += 20 * 60 * 60 * 1000;
  await shop.simulator.act('location');
  expect(newest(shop)).toMatchObject({
    type: 'location',
    location: { latitude: expect.any(Number), longitude: expect.any(Number) },
    context: { id },
  });
  shop.clock.now += 20 * 60 * 60 * 1000;
  expect((await shop.send(PLACE)).status).toBe(200);
});

test('an address is typed when it is asked for in words, and quotes nothing', async () => {
  const shop = await openPracticeShop();
  await shop.send(WORDS);
  await shop.simulator.act('address');
  expect(newest(shop)).toMatchObject({ from: '16505550101', type: 'text', text: { body: expect.stringMatching(/\d/) } });
  expect(newest(shop)).not.toHaveProperty('context');
});

test.each(['press-first', 'press-last', 'location', 'address'] as const)('where nothing was asked, %s is a text like any other', async (action) => {
  const shop = await openPracticeShop();
  await shop.send(TO_SHEENA);
  await shop.simulator.act(action);
  expect(shop.messages()).toMatchObject([{ type: 'text' }]);
});

test('by themselves customers answer what they have read, and only while the script runs', async () => {
  const shop = await openPracticeShop({ pace: 1_000 });
  await shop.send(BUTTONS);
  await shop.until(() => shop.statuses().some(({ status }) => status === 'read'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(shop.messages()).toEqual([]);
  shop.simulator.script(true);
  await shop.send(BUTTONS);
  await shop.send(PLACE);
  await shop.send(WORDS);
  await shop.until(() => {
    const from = shop.messages().filter((message) => message.from === '16505550101');
    return from.some(({ type }) => type === 'interactive') && from.length >= 3;
  });
});

test('by themselves customers answer a template’s button with what was sent behind it, and a wish for their number with a card of their own', async () => {
  const shop = await openPracticeShop({ pace: 1_000 });
  shop.simulator.script(true);
  const parameters = (['first_name', 'order', 'time'] as const).map((name) => ({ type: 'text', parameter_name: name, text: 'Ana' }));
  const url = { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: '14' }] };
  const payload = (value: string) => ({ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: value }] });
  const template = (...more: object[]) => ({
    ...TO,
    type: 'template',
    template: { name: 'pickup_reminder', language: { code: 'en' }, components: [{ type: 'body', parameters }, url, ...more] },
  });
  const answered = () => shop.messages().flatMap((message) => message.button ?? []);
  const until = async (send: object, payloads: string[]) => {
    while (!payloads.every((one) => answered().some((button) => button.payload === one))) {
      await shop.send(send);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  await until(template(payload('ORDER_14_OK')), ['ORDER_14_OK']);
  await until(template(), ['I am on my way']);
  for (const button of answered()) expect(button.text).toBe('I am on my way');
  await shop.send({
    ...TO,
    type: 'interactive',
    interactive: { type: 'request_contact_info', body: { text: 'Your number?' }, action: { name: 'request_contact_info' } },
  });
  const card = () => shop.messages().find((message) => Array.isArray(message['contacts']) && message['contacts'][0]?.origin === 'contact_request');
  await shop.until(() => card() !== undefined);
  const phones = [{ phone: '+16505550101', wa_id: '16505550101', type: 'CELL' }];
  expect(card()?.['contacts']).toEqual([{ origin: 'contact_request', name: { formatted_name: 'Sheena Nelson', first_name: 'Sheena' }, phones }]);
});
