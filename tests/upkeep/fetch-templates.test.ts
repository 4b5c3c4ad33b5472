import { expect, onTestFinished, test } from 'vitest';
import { fetchTemplatePage } from '../../electron/graph/fetch-templates.ts';
import { viewTemplate } from '../../electron/queries/view-template.ts';
import { startTemplateFetch } from '../../electron/upkeep/fetch-templates.ts';
import { answeringServer } from '../support/answering-server.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { refusal } from '../support/scripted-graph.ts';
import { until } from '../support/until.ts';

const WABA = '102290129340398';
const HOUR = 60 * 60_000;
const listed = (name: string, over: Record<string, unknown> = {}) => ({
  id: '1',
  name,
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [{ type: 'BODY', text: 'Hello {{name}}' }],
  ...over,
});
const page = (data: object[], after?: string) =>
  JSON.stringify({ data, paging: { cursors: { after: after ?? 'END' }, ...(after ? { next: 'https://elsewhere.example/' } : {}) } });

async function open(answers: string[], wabaId: string | null = WABA) {
  const set = { answers, wabaId };
  const server = await answeringServer((response) => {
    const answer = set.answers.shift() ?? page([]);
    response.writeHead(answer.includes('"error"') ? 400 : 200, { 'content-type': 'application/json' }).end(answer);
  });
  const { store } = openRooms();
  const clock = { now: T };
  const access = { baseUrl: server.url, version: 'v25.0', accessToken: 'token' };
  const fetching = startTemplateFetch({
    store,
    wabaId: () => set.wabaId,
    configured: () => true,
    page: (id, after) => fetchTemplatePage(access, id, after),
    publish: () => undefined,
    now: () => clock.now,
    log: () => undefined,
  });
  onTestFinished(() => fetching.stop());
  const names = () => store.templates.list().map(({ name, language }) => `${name} ${language}`);
  const settled = () => until('it is read', () => !fetching.reading());
  return { server, store, clock, fetching, names, settled, set };
}

test('every page is read by its cursor alone, and what is listed no more is gone', async () => {
  const { server, names, store, fetching, settled, set } = await open([page([listed('b'), listed('a', { language: 'de' })], 'NEXT'), page([listed('c')])]);
  await settled();
  expect(names()).toEqual(['a de', 'b en_US', 'c en_US']);
  expect(server.asked.map(({ url }) => [new URL(url, server.url).pathname, new URL(url, server.url).searchParams.get('after')])).toEqual([
    [`/v25.0/${WABA}/message_templates`, null],
    [`/v25.0/${WABA}/message_templates`, 'NEXT'],
  ]);
  set.answers = [page([listed('b', { status: 'PAUSED', rejected_reason: 'NONE' })])];
  expect(fetching.refresh()).toBe(true);
  await settled();
  expect(store.templates.list().map(viewTemplate)).toMatchObject([{ name: 'b', status: 'PAUSED', fields: ['name'], rejectedReason: null, canSend: true }]);
});

test('a refusal leaves what is known and is said, and is not repeated at once', async () => {
  const { server, names, store, fetching, settled, set, clock } = await open([page([listed('b')])]);
  await settled();
  set.answers = [refusal(200)];
  clock.now += 7 * HOUR;
  fetching.wake();
  await settled();
  expect([names(), store.facts.get('templates_problem')]).toEqual([['b en_US'], 'permission-missing']);
  const before = server.asked.length;
  clock.now += 60_000;
  fetching.wake();
  await settled();
  expect(server.asked).toHaveLength(before);
  set.answers = [page([])];
  fetching.refresh();
  await settled();
  expect([names(), store.facts.get('templates_problem')]).toEqual([[], '']);
});

test('without an account nothing is asked, and the reason is kept', async () => {
  const { server, store, fetching, set, settled } = await open([], null);
  expect([server.asked, store.facts.get('templates_problem')]).toEqual([[], 'no-waba']);
  set.wabaId = WABA;
  set.answers = [page([listed('x')])];
  fetching.wake();
  await settled();
  expect(store.templates.list()).toHaveLength(1);
});
