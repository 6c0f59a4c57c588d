/**
 * How needs hold while feedback grows: one text in a hundred comes last, joins, and nobody else may move; then all of it
 * is grouped again, and needs are to be known again. `node bench/needs-growth.ts <issues.jsonl.gz> [most texts]`.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { agreement } from '#language/agreement.ts';
import { groupAll } from '#language/needs/find.ts';
import { grown } from '#language/needs/grow.ts';
import { type Learned, packed, unpacked } from '#language/needs/learned.ts';
import type { Said } from '#language/needs/said.ts';

interface Issue {
  readonly key: string;
  readonly project?: string;
  readonly summary?: string | null;
  readonly description?: string | null;
  readonly created: string;
}

const LAST = 0.01;

function saidIn(file: string): Said[] {
  const bytes = readFileSync(file);
  const lines = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const all = lines.flatMap((line): Said[] => {
    if (line.trim() === '') return [];
    const { key, project = '', summary = null, description = null, created } = JSON.parse(line) as Issue;
    return [{ id: key, origin: project, at: Date.parse(created), title: summary, body: description }];
  });
  return all.sort((one, two) => one.at - two.at || (one.id < two.id ? -1 : 1));
}

function placesOf({ ids, of, needs }: Learned): Map<string, string> {
  return new Map(ids.map((id, at) => [id, needs[of[at] as number]?.id ?? 'none'] as const));
}

function timed<Result>(what: string, work: () => Result): Result {
  const before = process.cpuUsage();
  const from = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - from) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`);
  return result;
}

function share(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string {
  const placed = [...from].filter(([, need]) => need !== 'none');
  const kept = placed.filter(([id, need]) => to.get(id) === need);
  return `${((100 * kept.length) / placed.length).toFixed(1)} % of ${placed.length} members`;
}

const [file, most = '1000000'] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a file of issues: node bench/needs-growth.ts issues.jsonl.gz');
const all = saidIn(file).slice(-Number(most));
const before = all.slice(0, Math.floor(all.length * (1 - LAST)));
const first = timed(`${before.length} texts grouped: needs`, () => groupAll(before, new Map()));
const bytes = timed('written as bytes', () => packed(first));
console.log(`${first.needs.length} needs, ${(bytes.length / 1e6).toFixed(1)} MB`);
const back = timed('read back', () => unpacked(bytes)) as Learned;
const later = timed(`${all.length - before.length} later texts placed`, () => grown(back, all));
const [was, is] = [placesOf(first), placesOf(later)];
const fresh = all.slice(before.length).filter(({ id }) => is.get(id) !== 'none');
console.log(
  `${fresh.length} of ${all.length - before.length} joined; ${later.needs.length - first.needs.length} new needs`,
);
console.log(`kept while growing: ${share(was, is)}`);
const again = timed(`${all.length} texts grouped again`, () => groupAll(all, is));
console.log(`${again.needs.length} needs; kept while grouped again: ${share(is, placesOf(again))}`);
const [grouped, ids] = [placesOf(again), all.map(({ id }) => id)];
const { ami, b3 } = agreement(
  ids.map((id) => is.get(id) as string),
  ids.map((id) => grouped.get(id) as string),
);
console.log(`the two groupings agree: AMI ${ami.toFixed(3)}, B-cubed F1 ${b3.f1.toFixed(3)}`);
