/**
 * 50,000 and 100,000 pieces from text to named needs, each in a process of its own, and 1,000 later ones among 100,000.
 * `node bench/needs-large.ts <issues.jsonl.gz>`: pieces beyond the file's own have the title of one issue and the body of
 * another, so that words are spread as people spread them and no text is there twice.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { groupAll } from '#language/needs/find.ts';
import { grown } from '#language/needs/grow.ts';
import type { Said } from '#language/needs/said.ts';
import { outputOf } from './left-behind.ts';

const SIZES = [50_000, 100_000];
const LATER = 1_000;
/** Prime, so that titles and bodies meet anew each time round. */
const STEP = 7_919;

interface Issue {
  readonly project?: string;
  readonly summary?: string | null;
  readonly description?: string | null;
  readonly created: string;
}

function saidIn(file: string, count: number): Said[] {
  const bytes = readFileSync(file);
  const lines = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  const issues = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Issue);
  return Array.from({ length: count }, (_, at): Said => {
    const one = issues[at % issues.length] as Issue;
    const round = Math.floor(at / issues.length);
    const other = issues[(at + round * STEP) % issues.length] as Issue;
    const { project = '', summary = null } = one;
    return {
      id: `e${at}`,
      origin: project,
      at: Date.parse(one.created),
      title: summary,
      body: other.description ?? null,
    };
  });
}

function timed<Result>(what: string, work: () => Result): Result {
  const [before, from] = [process.cpuUsage(), performance.now()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - from) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ${peak.toFixed(0)} MB`,
  );
  return result;
}

const [file, only] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a file of issues: node bench/needs-large.ts issues.jsonl.gz');
if (only === undefined) {
  for (const size of SIZES) {
    const words = [fileURLToPath(import.meta.url), file, String(size)];
    const run = await outputOf(process.execPath, words);
    process.stdout.write(run.ok ? run.out : run.err);
  }
} else {
  const size = Number(only);
  const all = saidIn(file, size + LATER);
  const first = timed(`${size} pieces to named needs`, () => groupAll(all.slice(0, size), new Map()));
  console.log(`${first.needs.length} needs`);
  timed(`${LATER} later ones placed among ${size}`, () => grown(first, all));
}
