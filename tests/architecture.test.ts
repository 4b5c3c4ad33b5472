import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

type Import = { from: string; to: string; typeOnly: boolean };

/** Every import of the product's own files: `to` is a path from the root, or a package's name. */
const IMPORTS: Import[] = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((file) => !file.endsWith('.d.ts'))
  .flatMap((from) => importsOf(from, readFileSync(path.join(ROOT, from), 'utf8')));

function importsOf(from: string, source: string): Import[] {
  const statements = source.matchAll(/^(import|export) (type )?(?:[^'";]*? from )?'([^']+)'/gm);
  const dynamic = source.matchAll(/import\('([^']+)'\)/g);
  const found = [
    ...[...statements].map(([, , typeOnly, target = '']) => ({ target, typeOnly: typeOnly !== undefined })),
    ...[...dynamic].map(([, target = '']) => ({ target, typeOnly: false })),
  ];
  return found.map(({ target, typeOnly }) => ({ from, typeOnly, to: target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target }));
}

const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'electron' ? (second.includes('.') ? 'electron' : second) : top;
};
const isOurs = (to: string) => /^(electron|renderer|shared)\//.test(to);

/** Rooms that join the others: parts of the app and its lines, and the contract's answers. They and electron/*.ts may import all but the shell. */
const JOINING = new Set(['electron', 'parts', 'handlers']);
/** What each of the other rooms of electron/ may import beside itself and shared/. */
const MAY: Record<string, readonly string[]> = {
  wire: [],
  store: [],
  files: [],
  settings: [],
  simulator: ['wire'],
  graph: ['wire'],
  inbound: ['wire', 'store'],
  commands: ['store', 'graph'],
  outbound: ['store', 'graph'],
  upkeep: ['store', 'graph', 'files'],
  queries: ['store'],
  console: ['settings'],
  shell: ['settings', 'console', 'queries'],
};
/** Files that belong to no room and hold nothing but a type or an error; any room may name them. */
const COMMON = new Set(['electron/start-error.ts']);
/** Types that the two cables need of the app they are given. */
const APP_TYPES = new Set(['electron/app.ts', 'electron/router.ts', 'electron/feed.ts']);

describe('the rooms', () => {
  test('were all found', () => {
    expect([...new Set(IMPORTS.map((one) => roomOf(one.from)))].toSorted()).toEqual([...Object.keys(MAY), ...JOINING, 'renderer', 'shared'].toSorted());
    expect(IMPORTS.length).toBeGreaterThan(400);
  });

  test('import only what they may', () => {
    const broken = IMPORTS.filter(({ from, to, typeOnly }) => {
      const room = roomOf(from);
      const may = MAY[room];
      if (JOINING.has(room) && room !== 'electron') return roomOf(to) === 'shell';
      if (!may || !isOurs(to) || to.startsWith('shared/') || COMMON.has(to)) return false;
      if (APP_TYPES.has(to) && typeOnly && ['console', 'shell'].includes(room)) return false;
      if (room === 'shell' && to === 'electron/app.ts') return false;
      return roomOf(to) !== room && !may.includes(roomOf(to));
    });
    expect(broken.map(({ from, to }) => `${from} > ${to}`)).toEqual([]);
  });

  test('shared imports nothing but itself, the contract’s two libraries, its wording Lingui, and no side', () => {
    const allowed = (from: string) => (from.startsWith('shared/wording/') ? ['@lingui/core', '@lingui/core/macro'] : ['zod', '@orpc/contract']);
    const broken = IMPORTS.filter(({ from, to }) => from.startsWith('shared/') && !to.startsWith('shared/') && !allowed(from).includes(to));
    expect(broken).toEqual([]);
  });

  test('the page knows the main side only by the contract’s types, and bundles no schema', () => {
    const broken = IMPORTS.filter(
      ({ from, to, typeOnly }) =>
        from.startsWith('renderer/') && (to.startsWith('electron/') || (!typeOnly && (to.startsWith('shared/contract') || to === 'zod'))),
    );
    expect(broken).toEqual([]);
    const built = IMPORTS.filter(({ from, to }) => from.startsWith('renderer/') && (to.startsWith('node:') || to === 'electron'));
    expect(built).toEqual([]);
  });

  test('nobody but the shell and the two desktop entries knows Electron', () => {
    const broken = IMPORTS.filter(
      ({ from, to }) => /^electron(-store)?($|\/(main|common|renderer)$)/.test(to) && !/^electron\/(shell\/|main\.ts$|preload\.ts$)/.test(from),
    );
    expect(broken).toEqual([]);
    const reach = reachable('electron/headless.ts');
    expect([...reach].filter((file) => file.startsWith('electron/shell/') || file === 'electron')).toEqual([]);
  });

  test('there are no circles', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of IMPORTS) if (isOurs(to) && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const walk = (file: string, way: readonly string[]): string[] => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (done.has(file)) return [];
      for (const next of edges.get(file) ?? []) {
        const circle = walk(next, [...way, file]);
        if (circle.length > 0) return circle;
      }
      done.add(file);
      return [];
    };
    expect([...edges.keys()].flatMap((file) => walk(file, []))).toEqual([]);
  });
});

describe('the laws', () => {
  const sources = (pattern: string) => globSync(pattern, { cwd: ROOT }).map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

  test('rooms ask nobody for the time or for chance: both are arguments', () => {
    // Patience with the world (timers, timeouts) is not time of the shop; performance.now measures it.
    const pure = sources('{shared/**,electron/{wire,store,inbound,commands,queries,outbound,upkeep,simulator}/**}/*.ts');
    expect(pure.filter(({ text }) => /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('a message’s status is written in one place', () => {
    const writers = sources('electron/**/*.ts').filter(({ file, text }) => /messages\.setStatus\(/.test(text) && file !== 'electron/store/messages.ts');
    expect(writers.map(({ file }) => file)).toEqual(['electron/store/apply-tick.ts']);
  });

  test('whatever Meta pushes enters memory through receive-webhook alone', () => {
    const writers = sources('electron/**/*.ts').filter(({ text }) => /insertInbound\(|webhookLog\.add\(|applyEvent\(/.test(text));
    expect(writers.map(({ file }) => file).toSorted()).toEqual([
      'electron/inbound/apply-event.ts',
      'electron/inbound/receive-webhook.ts',
      'electron/store/messages.ts',
    ]);
  });

  test('no line of the way asks whether it is practice', () => {
    const asking = sources('electron/{wire,store,inbound,commands,queries,outbound,graph}/**/*.ts').filter(({ text }) =>
      /practice/i.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    );
    expect(asking.map(({ file }) => file)).toEqual([]);
  });

  test('files are small', () => {
    const long = sources('{electron,renderer,shared,scripts,tests}/**/*.{ts,tsx,css,mjs}').filter(({ text }) => text.split('\n').length > 251);
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});

function reachable(entry: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { from, to, typeOnly } of IMPORTS) if (from === file && !typeOnly && (existsSync(path.join(ROOT, to)) || to === 'electron')) visit(to);
  };
  visit(entry);
  return seen;
}
