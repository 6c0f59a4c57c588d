/** What somebody named, as a target: a sample, something on the disk or the network, or a product that is known. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#store/store.ts';
import { knownTarget, sourcesReadAgain } from './product.ts';
import { sampleFolder } from './sample.ts';
import { resolveTarget, type Target } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

const KNOWN_INSTEAD: readonly string[] = ['TARGET_NOT_FOUND', 'NOTHING_TO_READ'];
const SAMPLE = 'sample:';

/** Files and addresses go before products of the same name. Rejects as `resolveTarget` does. */
export async function targetNamed(store: Store, named: string, cwd: string, env: Env): Promise<Target> {
  if (named.startsWith(SAMPLE)) return resolveTarget(sampleFolder(named.slice(SAMPLE.length)), cwd, env);
  return resolveTarget(fromHome(named), cwd, env).catch(async (error: unknown) => {
    const passing = error instanceof BifocalError && KNOWN_INSTEAD.includes(error.code);
    const known = passing ? await knownTarget(store, named, cwd) : null;
    if (known === null) throw error;
    return known;
  });
}

/** A shell opens `~/` before a program sees it; a field of a page has no shell. */
function fromHome(named: string): string {
  return named.startsWith('~/') ? join(homedir(), named.slice(2)) : named;
}

/** A product that is known, with the sources that it is read from again. Rejects with PRODUCT_NOT_FOUND. */
export async function targetOfProduct(store: Store, productId: string): Promise<Target> {
  const product = await store.products.byId(productId);
  if (product === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: productId });
  const { name } = product;
  return { named: name, name, product: name, productId, sources: await sourcesReadAgain(store, productId) };
}
