/** A process of its own that imports a file or gathers from a server, until it is done or killed. */

import { gatherSources } from '#engine/gather-sources.ts';
import { githubSource } from '#engine/github-access.ts';
import { importFiles } from '#engine/import.ts';
import { openStore } from '#engine/open-store.ts';
import type { SourceWanted } from '#engine/target.ts';

const [task = '', database = '', what = ''] = process.argv.slice(2);
/** The same in every run, or pseudonyms would differ. */
const store = await openStore({ file: database, key: new Uint8Array(32).fill(7) });
const shared = { signal: new AbortController().signal, onProgress: () => undefined };
const { id: productId } = await store.products.ensure({ name: 'kettle' });
if (task === 'import') {
  const wish = { files: [what], map: undefined, dates: undefined, from: undefined };
  const now = Date.parse('2026-11-01T00:00:00Z');
  await importFiles(store, { ...shared, productId, wish, as: null, preview: false, now });
} else {
  const token = 'none-of-a-real-one';
  const env = { BIFOCAL_GITHUB_API: what, GITHUB_TOKEN: token, GITLAB_HOST: what, GITLAB_TOKEN: token };
  const sources: Readonly<Record<string, SourceWanted>> = {
    github: githubSource('acme/kettle', env),
    gitlab: { kind: 'gitlab', options: { project: 'acme/home/kettle', site: what } },
  };
  const target = { named: 'kettle', name: 'kettle', productId, sources: [sources[task] as SourceWanted] };
  const { outcomes } = await gatherSources(store, { ...shared, target, at: null, deep: false, patient: true, env });
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  if (missing.length > 0) throw new Error(missing.map(({ because }) => because).join(' '));
}
await store.close();
