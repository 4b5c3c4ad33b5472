import os from 'node:os';
import type { ConnectionView } from '../../shared/contract/connection.ts';
import type { Masker } from '../../shared/domain/mask-personal.ts';
import { writeZip } from '../files/write-zip.ts';
import type { Line } from '../line.ts';
import { type InspectDeps, listWebhooks } from '../queries/list-webhooks.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { readLogs } from '../settings/keep-log.ts';
import { describeSettings } from './describe-settings.ts';
import { handOut, type MadeFile, stampOf } from './make-webhook-file.ts';

type Deps = InspectDeps & {
  line: Pick<Line, 'shop' | 'calls' | 'door' | 'link' | 'reader' | 'files'>;
  connection: ConnectionView;
  settings: Pick<EffectiveSettings, 'view'>;
  masker: Masker;
  version: string;
  now: number;
};

const WEBHOOKS = 200;
const README = `Diagnostics of a Shopbell, for whoever helps.

No secret is in it, no body of a webhook or a call, and no word of a customer's. Numbers, ids and addresses are placeholders:
"[number 1]" is the same number wherever it stands in this bundle. Lines under logs/ were masked when they were written:
their placeholders are counted by themselves, anew from each start of the program.

about.json           program, system, how long it runs
settings.json        settings; of secrets only whether they are set
connection.json      the light, its proofs, and what is known of both ways
connection-log.jsonl what happened to the connection, the newest first
gaps.json            times in which nothing could arrive
counts.json          how much of everything there is
webhooks.jsonl       the last ${WEBHOOKS} webhooks: outcome, proof, time, what was understood, without bodies
calls.jsonl          calls of the Graph API since the program started, without bodies
refusals.jsonl       requests that were turned away
logs/                what the program logged

Times are UTC.
`;

/** Everything that whoever helps wants to know, as a ZIP: masked, and nothing secret in it. */
export async function makeDiagnostics(deps: Deps): Promise<MadeFile> {
  const { line, masker, now } = deps;
  const view = deps.settings.view();
  const counts = await line.reader.ask('rowCounts', null);
  const filename = `shopbell-diagnostics-${stampOf(now)}.zip`;
  return handOut(line.files.exports, filename, 'application/zip', async (write) => {
    const zip = writeZip({ write }, now);
    const text = (name: string, content: string) => zip.add(name, [Buffer.from(content)]);
    const json = (name: string, value: unknown) => text(name, `${JSON.stringify(value, null, 2)}\n`);
    const lines = (name: string, values: readonly unknown[]) => text(name, values.map((value) => `${JSON.stringify(masker.own(value))}\n`).join(''));
    await text('README.txt', README);
    await json('about.json', masker.own({ ...about(deps.version, now), shop: line.shop, dataFolder: view.dataFolder }));
    await json('settings.json', describeSettings(view, masker));
    await json('connection.json', masker.own(deps.connection));
    await lines('connection-log.jsonl', line.link.log(undefined, 200).entries);
    await json('gaps.json', masker.own(line.link.gaps()));
    await json('counts.json', counts);
    await lines('webhooks.jsonl', newest(deps));
    await lines('calls.jsonl', line.calls.list());
    await lines('refusals.jsonl', line.door.refusals());
    // What became a secret after a line was written is cut out of it now.
    for (const log of readLogs(view.dataFolder)) await text(`logs/${log.name}`, log.text.split('\n').map(masker.line).join('\n'));
    return zip.finish();
  });
}

/** The list gives what can be read at once; the whole of it comes in a few. */
function newest(deps: Deps): unknown[] {
  const all = [];
  let before: number | undefined;
  for (let page = 0; page < WEBHOOKS && all.length < WEBHOOKS; page += 1) {
    const { webhooks, more } = listWebhooks(deps, { before, limit: Math.min(100, WEBHOOKS - all.length), only: 'all' });
    all.push(...webhooks);
    before = webhooks.at(-1)?.id;
    if (!more || before === undefined) break;
  }
  return all;
}

function about(version: string, now: number): object {
  const { node, electron, chrome, v8 } = process.versions;
  return {
    madeAt: now,
    shopbell: version,
    node,
    electron: electron ?? null,
    chrome: chrome ?? null,
    v8,
    platform: process.platform,
    system: os.version(),
    release: os.release(),
    arch: process.arch,
    cpus: os.cpus().length,
    memoryMB: Math.round(os.totalmem() / 1024 / 1024),
    freeMB: Math.round(os.freemem() / 1024 / 1024),
    usedMB: Math.round(process.memoryUsage().rss / 1024 / 1024),
    runsForSeconds: Math.round(process.uptime()),
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
