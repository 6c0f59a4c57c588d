/** `npm run screenshots -- <repository…>` takes the pictures of the README and the guide from real readings, and says of which commit. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/e2e/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/images');
/** A page with pictures should open on a telephone. */
const MOST_BYTES = 150_000;
const REGION = /<!-- pictures -->[\s\S]*?<!-- \/pictures -->/;

interface Shot {
  readonly name: string;
  readonly says: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** From the top of the page to the end of this part; or this part alone. */
  readonly until?: string;
  readonly only?: string;
  readonly tallest: number;
}

const SHOTS: readonly Shot[] = [
  {
    name: 'first-screen',
    says: 'findings first, then what the year went into',
    width: 1200,
    scheme: 'light',
    until: '.weeks',
    tallest: 1000,
  },
  { name: 'map', says: 'where it stands, in the dark', width: 1200, scheme: 'dark', only: '.duo', tallest: 900 },
  { name: 'phone', says: 'on a telephone', width: 360, scheme: 'light', until: '.weeks', tallest: 1100 },
];

const targets = process.argv.slice(2);
if (targets.length === 0) {
  console.error('Name a repository: npm run screenshots -- ../kettle');
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  const told: string[] = [];
  for (const target of targets) told.push(await picturesOf(browser, target));
  await browser.close();
  show('README.md', told.join('\n\n').replaceAll('](', '](docs/images/'));
  show('docs/guide/first-reading.md', told.join('\n\n').replaceAll('](', '](../images/'));
}

/** The Markdown that shows the pictures of one repository. */
async function picturesOf(browser: Browser, target: string): Promise<string> {
  // A store of its own, so that nothing that was read before has a say.
  const home = mkdtempSync(join(tmpdir(), 'bifocal-screenshots-'));
  const page = join(home, 'reading.html');
  const words = ['src/cli/main.ts', target, '--json', '--html', page];
  const run = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, BIFOCAL_HOME: home },
  });
  if (run.status !== 0) throw new Error(`The reading did not come about:\n${run.stderr}`);
  const { product } = JSON.parse(run.stdout) as { product: { name: string } };
  const commit = spawnSync('git', ['-C', target, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.slice(0, 12);
  const lines: string[] = [];
  for (const shot of SHOTS) {
    const file = `${product.name}-${shot.name}.png`;
    await take(browser, page, shot, join(folder, file));
    lines.push(`![A reading of ${product.name}: ${shot.says}](${file})`);
  }
  rmSync(home, { recursive: true, force: true });
  return `${lines.join('\n\n')}\n\n${product.name} at commit ${commit}, from its history alone; taken by \`npm run screenshots\`.`;
}

async function take(browser: Browser, page: string, shot: Shot, file: string): Promise<void> {
  const { width, scheme: colorScheme, only, until, tallest } = shot;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, deviceScaleFactor: 1 });
  const view = await context.newPage();
  await view.goto(pathToFileURL(page).href);
  const box = await view
    .locator(only ?? until ?? 'main')
    .first()
    .boundingBox();
  if (box === null) throw new Error(`${shot.name}: the page has no ${only ?? until}`);
  const top = only === undefined ? 0 : Math.max(0, box.y - 24);
  const height = Math.min(tallest, box.y + box.height + (only === undefined ? 8 : 24) - top);
  await view.screenshot({ path: file, fullPage: true, clip: { x: 0, y: top, width, height } });
  await context.close();
  const { size } = statSync(file);
  console.log(`${file.slice(root.length)}  ${width} × ${Math.round(height)}  ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${shot.name} has ${size} bytes, over ${MOST_BYTES}`);
}

function show(document: string, pictures: string): void {
  const path = join(root, document);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(REGION, () => `<!-- pictures -->\n\n${pictures}\n\n<!-- /pictures -->`),
  );
}
