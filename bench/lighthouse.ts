/**
 * What Lighthouse says of three pages of the app, with the sample Gallop: the desktop preset five times each, the
 * telephone once. `node bench/lighthouse.ts <folder> [times] [page…]`: the folder holds node_modules/lighthouse, which is
 * no part of the project (`npm install lighthouse@13.5.0` in an empty one). Performance means something on a quiet machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { installedBrowser } from '../test/e2e/browser.ts';
import { temporaryFolder, withBench } from './left-behind.ts';
import { median } from './serving/median.ts';
import { serverOf } from './serving/started.ts';

const PAGES = ['reading', 'needs', 'claims'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
/** A run that a busy machine broke off is made again. */
const TRIES = 3;

interface Told {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>
  >;
}

const [folder, times = '5', ...asked] = process.argv.slice(2);
const program = join(resolve(folder ?? '.'), 'node_modules/lighthouse/cli/index.js');
const browser = installedBrowser();
if (!existsSync(program)) console.log(`Skipped: there is no Lighthouse at ${program}.`);
else if (browser === null) console.log('Skipped: there is no Chromium or Chrome on this machine.');
else await measure(program, browser);

async function measure(program: string, browser: string): Promise<void> {
  const home = temporaryFolder('lighthouse');
  const { server, at } = await serverOf({ ...process.env, BIFOCAL_HOME: home });
  try {
    const product = await sample(at);
    const pages = asked.length > 0 ? asked : PAGES;
    console.log(`${CATEGORIES.join(' ')}, load ${loadavg()[0]?.toFixed(1)}`);
    for (const page of pages) {
      const address = `${at}/p/${product}${page === 'reading' ? '' : `/${page}`}`;
      const all: Told[] = [];
      for (let time = 0; time < Number(times); time += 1) all.push(await told(program, browser, address, 'desktop'));
      show(`${page}, desktop`, all);
      show(`${page}, telephone`, [await told(program, browser, address, 'telephone')]);
    }
  } finally {
    server.kill('SIGINT');
    await once(server, 'close');
    rmSync(home, { recursive: true, force: true });
  }
}

/** Gallop, read, its needs and claims found, and a guess given: the pages as somebody sees them who comes again. */
async function sample(at: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const begun = await fetch(`${at}/api/products`, { method: 'POST', headers, body: '{"target":"sample:gallop"}' });
  const { job } = (await begun.json()) as { job: { id: string } };
  await (await fetch(`${at}/api/jobs/${job.id}/events`)).text();
  const { items } = (await (await fetch(`${at}/api/products`)).json()) as { items: { id: string }[] };
  const product = items[0]?.id ?? '';
  for (const list of ['needs', 'claims']) await (await fetch(`${at}/api/products/${product}/${list}`)).text();
  await fetch(`${at}/api/products/${product}/guess`, { method: 'PUT', headers, body: '{"place":"both"}' });
  return product;
}

async function told(program: string, browser: string, address: string, on: 'desktop' | 'telephone'): Promise<Told> {
  for (let tried = 1; ; tried += 1) {
    const one = await run(program, browser, address, on);
    if (typeof one.categories.performance?.score === 'number' || tried === TRIES) return one;
  }
}

async function run(program: string, browser: string, address: string, on: 'desktop' | 'telephone'): Promise<Told> {
  const out = join(temporaryFolder('lighthouse'), 'told.json');
  const flags = ['--quiet', '--output=json', `--output-path=${out}`, '--chrome-flags=--headless=new --no-sandbox'];
  const preset = on === 'desktop' ? ['--preset=desktop'] : [];
  const env = { ...process.env, CHROME_PATH: browser };
  const child = withBench(spawn(process.execPath, [program, address, ...preset, ...flags], { stdio: 'inherit', env }));
  await once(child, 'close');
  try {
    return JSON.parse(readFileSync(out, 'utf8')) as Told;
  } finally {
    rmSync(join(out, '..'), { recursive: true, force: true });
  }
}

function show(what: string, all: readonly Told[]): void {
  const scores = CATEGORIES.map((name) => {
    const each = all.map(({ categories }) => Math.round(100 * (categories[name]?.score ?? Number.NaN)));
    return `${median(each)}${all.length > 1 ? ` (${each.join(', ')})` : ''}`;
  });
  console.log(`${what}: ${scores.join('; ')}`);
  const last = all.at(-1);
  if (last === undefined) return;
  console.log(`  ${TIMES.map((name) => `${name} ${last.audits[name]?.displayValue}`).join('; ')}`);
  for (const [name, { score, title, displayValue = '' }] of Object.entries(last.audits))
    if (score !== null && score < 0.9 && !TIMES.includes(name))
      console.log(`  ${name} ${score} ${title} ${displayValue}`);
}
