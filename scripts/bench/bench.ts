import { measureBell, measurePost } from './measure-bell.ts';
import { contenders, type Throughput } from './measure-throughput.ts';
import { FAULTS, type FaultTimes } from './measure-link.ts';
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

/** Medians over the rounds of each round's own p50 and p95, in ms; the three take turns, so that they share what the machine does meanwhile. */
const waits = { post: measurePost, bell: measureBell, visible: measureVisible };
const waited: Record<keyof typeof waits, { p50: number; p95: number }[]> = { post: [], bell: [], visible: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const name of ['post', 'bell', 'visible'] as const) {
    const sorted = (await waits[name]()).toSorted((x, y) => x - y);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    waited[name].push({ p50: at(0.5), p95: at(0.95) });
  }
}
const wait = (name: keyof typeof waited, share: 'p50' | 'p95') => median(waited[name].map((one) => one[share]));
const floor = (name: keyof typeof waited) => `${(wait(name, 'p50') / wait('post', 'p50')).toFixed(1)} bare posts`;
const row = (name: keyof typeof waited) => `p50 ${wait(name, 'p50').toFixed(1).padStart(5)} ms  p95 ${wait(name, 'p95').toFixed(1).padStart(5)} ms`;
console.log(`one order after the other, ${ROUNDS} rounds, medians:`);
console.log(`  webhook posted > answered by (a), the floor          ${row('post')}`);
console.log(`  webhook posted > bell scheduled (a screen is told)   ${row('bell')}  = ${floor('bell')}`);
console.log(`  webhook posted > visible (painted on the page)       ${row('visible')}  = ${floor('visible')} (goal p50 100 ms or less)`);

/** All at once, each in a program of its own: they wait far more than they work. */
const times = await Promise.all(FAULTS.map(async (fault) => ({ ...fault, ...(await fault.measure(fault.pace)) })));
const told = (value: FaultTimes['red'], within: number | null, pace: number) =>
  value === null || within === null
    ? 'none'.padStart(24)
    : `${value.toFixed(1).padStart(6)} s = ${(value / (within / pace)).toFixed(2)} of ${(within / pace).toFixed(0).padStart(3)} s`.padStart(24);
console.log(
  'faults of the connection, seconds to red, and to green after the remedy (or, where the shop mends it by itself, after the fault), beside what is promised:',
);
for (const { name, pace, red, redWithin, green, greenWithin } of times) {
  console.log(
    `  ${name.padEnd(38)} red ${told(red, redWithin, pace)}   green ${told(green, greenWithin, pace)}${pace === 1 ? '' : `   looks ${pace} times as often, promises shortened alike`}`,
  );
}
