import { contenders, type Throughput } from './measure-throughput.ts';
import { measureVisible } from './measure-visible.ts';

/** Figures are printed, never asserted: machines differ and are shared. What can be compared is the ratios within one run. */
const ROUNDS = 3;

const rounds: Record<keyof typeof contenders, Throughput[]> = { a: [], b: [], c: [] };
for (let round = 0; round < ROUNDS; round += 1) for (const name of ['a', 'b', 'c'] as const) rounds[name].push(await contenders[name]());

const median = (values: number[]) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0;
const rate = (name: keyof typeof rounds) => median(rounds[name].map((one) => one.perSecond));
const NAMES = { a: 'node:http + HMAC + JSON.parse, nothing stored', b: 'one raw row committed per request', c: 'Shopbell: everything stored and published' };
console.log(`webhooks, ${ROUNDS} rounds, medians:`);
for (const name of ['a', 'b', 'c'] as const) {
  const p99 = median(rounds[name].map((one) => one.p99));
  const failed = rounds[name].reduce((sum, one) => sum + one.failed, 0);
  console.log(
    `  (${name}) ${Math.round(rate(name)).toLocaleString('en').padStart(7)} /s  p99 ${p99.toFixed(0).padStart(4)} ms  ${NAMES[name]}${failed > 0 ? `  (${failed} failed!)` : ''}`,
  );
}
console.log(`  c / b = ${(rate('c') / rate('b')).toFixed(2)} (goal 3 or more), c / a = ${(rate('c') / rate('a')).toFixed(2)} (goal 0.4 or more)`);

const visible = (await measureVisible()).toSorted((x, y) => x - y);
const at = (share: number) => (visible[Math.min(visible.length - 1, Math.floor(visible.length * share))] ?? 0).toFixed(0);
console.log(`webhook posted > order painted on the page, ${visible.length} orders: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (goal 100 or less)`);
