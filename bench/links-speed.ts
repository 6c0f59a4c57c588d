/**
 * How fast links are recovered, with memory, for half of the issues and for all, beside the plain baseline in the same
 * run: `node bench/links-speed.ts <issues.jsonl[.gz]> <repository> [--issues 30000] [--commits 10000]`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { baselineOf } from '#engine/bench/links.ts';
import { recoverLinks } from '#language/link/recover.ts';
import { outputOf } from './left-behind.ts';

const [file, repository, ...rest] = process.argv.slice(2);
if (!file || !repository) throw new Error('Name a file of issues and a repository.');
const most = (flag: string, otherwise: number) => Number(rest[rest.indexOf(flag) + 1] ?? otherwise) || otherwise;
const [issues, commits] = [most('--issues', 30_000), most('--commits', 10_000)];
if (rest.includes('--run')) run(rest.includes('--plain'));
else {
  const half = await own(issues / 2, commits, false);
  const all = await own(issues, commits, false);
  const plain = await own(issues, commits, true);
  for (const [what, told] of Object.entries({ half, all, plain })) console.log(what.padEnd(6), JSON.stringify(told));
  console.log(`a doubling of issues costs ${(all.cpu / half.cpu).toFixed(2)} times the processor time`);
  console.log(`${(all.cpu / plain.cpu).toFixed(1)} times the plain baseline`);
}

interface Told {
  readonly issues: number;
  readonly commits: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly peakMb: number;
}

/** A process of its own, so that memory is that of one run. */
async function own(many: number, changes: number, plain: boolean): Promise<Told> {
  const asked = ['--run', '--issues', String(many), '--commits', String(changes), ...(plain ? ['--plain'] : [])];
  const self = fileURLToPath(import.meta.url);
  const words = ['--disable-warning=ExperimentalWarning', self, file as string, repository as string, ...asked];
  const done = await outputOf(process.execPath, words);
  if (!done.ok) throw new Error(done.err);
  return JSON.parse(done.out) as Told;
}

function run(plain: boolean): void {
  const bytes = readFileSync(file as string);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  const step = Math.max(1, rows.length / issues);
  const at = (time: string | null) => (time ? Date.parse(time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : null);
  const asked = Array.from({ length: Math.min(issues, rows.length) }, (_, row) => {
    const { summary, description, created, resolved } = JSON.parse(rows[Math.floor(row * step)] as string);
    return { title: summary ?? '', body: description ?? '', createdAt: at(created), resolvedAt: at(resolved) };
  });
  const log = execFileSync('git', ['-C', repository as string, 'log', `-${commits}`, '--format=%ct%x1f%s%x1f%b%x1e'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  const changed = log.split('\x1e').flatMap((one) => {
    const [time, subject, body = ''] = one.trim().split('\x1f');
    return subject === undefined ? [] : [{ subject, body, at: Number(time) * 1000 }];
  });
  const from = performance.now();
  const before = process.cpuUsage();
  if (plain) baselineOf(asked, changed);
  else recoverLinks(asked, changed);
  const { user, system } = process.cpuUsage(before);
  const told: Told = {
    ...{ issues: asked.length, commits: changed.length },
    seconds: Math.round((performance.now() - from) / 10) / 100,
    cpu: Math.round((user + system) / 1e4) / 100,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(told));
}
