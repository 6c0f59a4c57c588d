/** The sample companies that come with the program: each a folder of examples/ with the story of what it means. */
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#store/store.ts';

/** Beside src in a checkout, beside dist in the package. */
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** Rejects with USAGE where no sample is called so. */
export function sampleFolder(name: string): string {
  if (samples().includes(name)) return join(EXAMPLES, name);
  const cause = `There is no sample called ${name}; there is ${samples().join(' and ')}.`;
  throw new BifocalError('USAGE', { cause, command: 'reflect' });
}

/** Whether what is known of a product was invented for this program, wherever it lay when it was read. */
export async function isSample(store: Store, productId: string): Promise<boolean> {
  const sources = await store.sources.list(productId);
  return sources.some(({ options }) => {
    const { path } = options as { readonly path?: unknown };
    return typeof path === 'string' && `${path}${sep}`.startsWith(EXAMPLES + sep);
  });
}

function samples(): readonly string[] {
  return readdirSync(EXAMPLES)
    .filter((name) => existsSync(join(EXAMPLES, name, 'STORY.md')))
    .sort();
}
