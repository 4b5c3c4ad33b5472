import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { fillLongChat, type LongChat } from './fill-long-chat.ts';
import { BENCH_SECRET } from './signed-bodies.ts';
import { startProgram } from './start-program.ts';
import { type Frames, watchFrames } from './watch-frames.ts';

/** A chat of a hundred thousand messages beside one of a hundred, in one run. Figures are printed, never asserted; what can be compared is the ratios. */
const SIZES = { short: 100, long: 100_000 } as const;
const OPENINGS = 7;
const WALK = 20_000;
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-bench-'));
const start = () =>
  startProgram(
    path.join(import.meta.dirname, '../../dist/main/headless.js'),
    ['--data', folder, '--webhook-port', '0', '--console-port', '0', '--ready-json'],
    { SHOPBELL_APP_SECRET: BENCH_SECRET, SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9' },
  );
await (await start()).stop();
const chats = { short: fillLongChat(folder, SIZES.short, Date.now()), long: fillLongChat(folder, SIZES.long, Date.now()) };
const program = await start();
// The index of words is filled behind the arrivals: that is another matter.
await new Promise((resolve) => setTimeout(resolve, 15_000));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let questions = 0;
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => (questions += payload.toString().includes('chats/thread') ? 1 : 0)));
  await page.goto(program.ready.console ?? '');
  await page.getByRole('navigation').first().waitFor();
  // Once unmeasured: every one is measured compiled.
  for (const chat of [chats.short, chats.long]) await lead(page, `/chats/${chat.conversationId}`, chat.lastId);

  const opened = { short: await openings(page, chats.short), long: await openings(page, chats.long) };
  const jumped = { short: await jumps(page, chats.short), long: await jumps(page, chats.long) };
  console.log(
    `opening a chat, medians of ${OPENINGS}:      ${opened.short} ms of 100, ${opened.long} ms of 100,000 messages = ${(opened.long / opened.short).toFixed(2)}`,
  );
  console.log(
    `to a message in the middle:         ${jumped.short} ms of 100, ${jumped.long} ms of 100,000 messages = ${(jumped.long / jumped.short).toFixed(2)}`,
  );
  for (const name of ['short', 'long'] as const) {
    await lead(page, `/chats/${chats[name].conversationId}`, chats[name].lastId);
    for (const [how, frames] of Object.entries(await scrolled(page))) console.log(`  ${name.padEnd(5)} ${how.padEnd(10)} ${said(frames)}`);
  }

  await lead(page, `/chats/${chats.long.conversationId}`, chats.long.lastId);
  const before = { page: await heap(page), main: resident(program.child.pid) };
  questions = 0;
  const frames = await watchFrames(page, () => walk(page, chats.long.lastId - WALK));
  console.log(`walked up through ${WALK.toLocaleString('en')}: ${questions} questions of 60; ${said(frames)}`);
  console.log(
    `  page ${before.page.toFixed(1)} > ${(await heap(page)).toFixed(1)} MB, main side ${before.main.toFixed(0)} > ${resident(program.child.pid).toFixed(0)} MB`,
  );
} finally {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}

function said({ frames, blank, over50, longTasks, worst }: Frames): string {
  return `${String(frames).padStart(4)} frames, ${blank} blank, ${over50} later than 50 ms, worst ${worst} ms, ${longTasks} long tasks`;
}

/** Goes to a view; gives the ms until a frame in which that message stands in sight. */
function lead(page: Page, view: string, messageId: number): Promise<number> {
  return page.evaluate(
    ([hash, id]) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        location.hash = hash;
        const look = () => {
          const log = document.querySelector('[role=log]');
          const row = log?.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect();
          const sight = log?.getBoundingClientRect();
          if (row && sight && row.top < sight.bottom && row.bottom > sight.top) resolve(Math.round(performance.now() - from));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [view, messageId] as const,
  );
}

async function openings(page: Page, chat: LongChat): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    await page.evaluate(() => (location.hash = '/orders'));
    await page.waitForTimeout(400);
    took.push(await lead(page, `/chats/${chat.conversationId}`, chat.lastId));
  }
  return median(took);
}

async function jumps(page: Page, chat: LongChat): Promise<number> {
  await lead(page, `/chats/${chat.conversationId}`, chat.lastId);
  const took: number[] = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    const id = chat.middleId + (n % 2 === 0 ? n * 5 : -n * 5);
    took.push(await lead(page, `/chats/${chat.conversationId}/${id}`, id));
    await page.waitForTimeout(300);
  }
  return median(took);
}

async function scrolled(page: Page): Promise<Record<string, Frames>> {
  const log = page.getByRole('log');
  const box = await log.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  await log.focus();
  const wheel = (by: number) => async () => {
    for (let n = 0; n < 120; n += 1) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(8);
    }
  };
  const press = (key: string, times: number) => async () => {
    for (let n = 0; n < times; n += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(20);
    }
  };
  const drag = () =>
    log.evaluate(async (element) => {
      for (let n = 0; n <= 120; n += 1) {
        element.scrollTop = element.scrollHeight * Math.abs(1 - n / 60);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
  return {
    'wheel up': await watchFrames(page, wheel(-900)),
    'wheel down': await watchFrames(page, wheel(900)),
    'Page Up': await watchFrames(page, press('PageUp', 80)),
    Home: await watchFrames(page, press('Home', 30)),
    End: await watchFrames(page, press('End', 5)),
    drag: await watchFrames(page, drag),
  };
}

async function walk(page: Page, untilId: number): Promise<void> {
  const top = () =>
    page.getByRole('log').evaluate((log) => {
      log.scrollTop = 0;
      return Math.min(...[...log.querySelectorAll('[data-message]')].map((one) => Number(one.getAttribute('data-message'))));
    });
  while ((await top()) > untilId) await page.waitForTimeout(20);
}

/** MB in use after collecting. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** MB that a process holds; Linux tells it. */
function resident(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
