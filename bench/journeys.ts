/**
 * Ten ways through the app in Chromium, on the real server, with the tracker of Titanium and the history of Alloy, as both
 * stood on 30 November 2021. `node bench/journeys.ts <repository of alloy> [folder of titanium-jira]`; skipped without them.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../test/e2e/browser.ts';
import { DECISIONS } from './journeys/decisions.ts';
import { FIRST_WAYS } from './journeys/first-ways.ts';
import { temporaryFolder } from './left-behind.ts';
import { serverOf } from './serving/started.ts';

/** The last issue of the tracker is of this day; the history goes on. */
const UNTIL = '2021-12-01T00:00:00Z';
/** The files are large, and a busy machine is slow. */
const PATIENCE_MS = 900_000;

const [alloy = '', data = '../shared/data/titanium-jira'] = process.argv.slice(2);
const files = ['issues.jsonl.gz', 'comments.jsonl.gz'].map((name) => resolve(data, name));
const missing = [resolve(alloy || '.', 'HEAD'), ...files].find((path) => !existsSync(path));
if (alloy === '' || missing !== undefined)
  console.log(`Skipped: there is no ${missing ?? 'repository of alloy named'}.`);
else await walk(resolve(alloy), files);

async function walk(repository: string, files: readonly string[]): Promise<void> {
  const folder = temporaryFolder('journeys');
  const history = join(folder, 'alloy');
  cut(repository, history);
  const { server, at } = await serverOf({ ...process.env, BIFOCAL_HOME: join(folder, 'home') });
  const browser = await launchBrowser();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const journey = { page, at, history, files, product: '' };
  let failed = 0;
  try {
    for (const [says, way] of [...FIRST_WAYS, ...DECISIONS]) {
      const startedAt = performance.now();
      const told = await way(journey).catch((error: unknown) => {
        failed += 1;
        return `FAILED: ${String(error).split('\n', 3).join(' ').slice(0, 300)}`;
      });
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${says}: ${told.replaceAll(/\s+/g, ' ')} (${seconds} s, load ${loadavg()[0]?.toFixed(0)})`);
    }
  } finally {
    await browser.close();
    server.kill('SIGINT');
    await once(server, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
  if (failed > 0) process.exitCode = 1;
}

/** The history without what came after the tracker's last day. */
function cut(from: string, to: string): void {
  const git = (...words: string[]) => {
    const done = spawnSync('git', words, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`git ${words.join(' ')}: ${done.stderr}`);
    return done.stdout.trim();
  };
  git('clone', '-q', '--bare', '--single-branch', from, to);
  const branch = git('-C', to, 'symbolic-ref', 'HEAD');
  git('-C', to, 'update-ref', branch, git('-C', to, 'rev-list', '-1', `--before=${UNTIL}`, branch));
  for (const tag of git('-C', to, 'tag', '--no-merged', branch).split('\n'))
    if (tag !== '') git('-C', to, 'tag', '-d', tag);
}
