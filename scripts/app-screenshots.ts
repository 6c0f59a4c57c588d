/** `npm run app-screenshots` takes the pictures of the app's guide and the Mirror Test's: the sample, read by a server of its own. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDoors, openRound } from '../src/engine/rounds.ts';
import { launchBrowser } from '../test/e2e/browser.ts';
import { sent, startServer } from '../test/e2e/server.ts';
import { buildWeb } from './build/build-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A page with pictures should open on a telephone. */
const MOST_BYTES = 150_000;
/** A busy machine draws slowly. */
const PATIENCE_MS = 180_000;
const REGION = /<!-- pictures -->[\s\S]*?<!-- \/pictures -->/;

/** `path` is below the product's page; `form` is where a respondent answers. */
const SHOTS = [
  {
    ...{ guide: 'app', name: 'app-reading', says: 'the reading', path: '', shows: '#focus' },
    ...{ width: 1280, height: 860, scheme: 'light' as const },
  },
  {
    ...{ guide: 'app', name: 'app-near', says: 'a figure looked at closely', path: '?near=question%3Aheard' },
    ...{ shows: '.near .said', width: 1280, height: 660, scheme: 'dark' as const },
  },
  {
    ...{ guide: 'app', name: 'app-needs', says: 'what they ask for, and what they need', path: '/needs' },
    ...{ shows: '.rays-asked .said', width: 1280, height: 760, scheme: 'light' as const },
  },
  {
    ...{ guide: 'app', name: 'app-bridge', says: 'the Bridge, a plank for each step', path: '/bridge' },
    ...{ shows: '.bridge-drawn', width: 1280, height: 760, scheme: 'light' as const },
  },
  {
    ...{ guide: 'app', name: 'app-phone', says: 'on a telephone', path: '', shows: '#focus' },
    ...{ width: 360, height: 760, scheme: 'light' as const },
  },
  {
    ...{ guide: 'mirror-test', name: 'mirror-form', says: 'the form, as leaders see it', path: 'form', shows: 'h1' },
    ...{ width: 360, height: 760, scheme: 'light' as const },
  },
  {
    ...{ guide: 'mirror-test', name: 'mirror-result', says: 'a result', path: '/mirror?round=autumn-2024' },
    ...{ shows: '.mqs', width: 1280, height: 860, scheme: 'light' as const },
  },
];

await buildWeb(root);
const server = await startServer(join(root, 'dist/web'));
const browser = await launchBrowser();
try {
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  const { productId } = await server.ended((json as { job: { id: string } }).job.id);
  await server.ask(`/products/${productId}/guess`, sent({ place: 'both' }, 'PUT'));
  const round = await openRound(server.store, productId, { kind: 'anonymous', name: 'Autumn', team: 14 });
  const [door] = await addDoors(server.store, productId, round, [{ role: 'leaders', people: null }]);
  const lines = new Map<string, string[]>();
  for (const { guide, name, says, path, shows, width, height, scheme } of SHOTS) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const below = path === 'form' ? `/m/${productId}/${door?.token}` : `/p/${productId}${path}`;
    await page.goto(`${server.address}${below}`);
    await page.locator(shows).first().waitFor();
    const file = join(root, 'docs/images', `${name}.png`);
    await page.screenshot({ path: file });
    await context.close();
    const { size } = statSync(file);
    console.log(`docs/images/${name}.png  ${width} × ${height}  ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes, over ${MOST_BYTES}`);
    const title = guide === 'app' ? 'The app with the sample Gallop' : 'The Mirror Test of the sample Gallop';
    lines.set(guide, [...(lines.get(guide) ?? []), `![${title}: ${says}](../images/${name}.png)`]);
  }
  for (const [name, pictures] of lines) {
    const guide = join(root, `docs/guide/${name}.md`);
    const shown = `<!-- pictures -->\n\n${pictures.join('\n\n')}\n\n<!-- /pictures -->`;
    writeFileSync(
      guide,
      readFileSync(guide, 'utf8').replace(REGION, () => shown),
    );
  }
} finally {
  await browser.close();
  await server.close();
}
