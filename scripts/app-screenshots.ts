/** `npm run app-screenshots` takes the pictures of the app's guide: the sample, read by a server of its own. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/e2e/browser.ts';
import { sent, startServer } from '../test/e2e/server.ts';
import { buildWeb } from './build/build-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A page with pictures should open on a telephone. */
const MOST_BYTES = 150_000;
/** A busy machine draws slowly. */
const PATIENCE_MS = 180_000;
const REGION = /<!-- pictures -->[\s\S]*?<!-- \/pictures -->/;

const SHOTS = [
  { name: 'app-reading', says: 'the reading', path: '', width: 1280, height: 860, scheme: 'light' },
  {
    name: 'app-near',
    says: 'a figure looked at closely',
    path: '?near=question%3Atold',
    width: 1280,
    height: 660,
    scheme: 'dark',
  },
  { name: 'app-phone', says: 'on a telephone', path: '', width: 360, height: 760, scheme: 'light' },
] as const;

await buildWeb(root);
const server = await startServer(join(root, 'dist/web'));
const browser = await launchBrowser();
try {
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  const { productId } = await server.ended((json as { job: { id: string } }).job.id);
  await server.ask(`/products/${productId}/guess`, sent({ place: 'both' }, 'PUT'));
  const lines: string[] = [];
  for (const { name, says, path, width, height, scheme } of SHOTS) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${server.address}/p/${productId}${path}`);
    await page
      .locator(path === '' ? '#focus' : '.near .said')
      .first()
      .waitFor();
    const file = join(root, 'docs/images', `${name}.png`);
    await page.screenshot({ path: file });
    await context.close();
    const { size } = statSync(file);
    console.log(`docs/images/${name}.png  ${width} × ${height}  ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes, over ${MOST_BYTES}`);
    lines.push(`![The app with the sample Gallop: ${says}](../images/${name}.png)`);
  }
  const guide = join(root, 'docs/guide/app.md');
  const shown = `<!-- pictures -->\n\n${lines.join('\n\n')}\n\n<!-- /pictures -->`;
  writeFileSync(
    guide,
    readFileSync(guide, 'utf8').replace(REGION, () => shown),
  );
} finally {
  await browser.close();
  await server.close();
}
