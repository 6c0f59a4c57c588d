/** Which product evidence belongs to: named, told by bifocal.json, the target's own, or the folder's. */
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import { SOURCES } from '#sources/registry.ts';
import type { Product } from '#store/products.ts';
import type { Store } from '#store/store.ts';
import { loadSource, productIdOf } from './load-source.ts';
import { productFile, resolveTarget, type SourceWanted, type Target } from './target.ts';

/** Known by its name, or made. */
export async function productNamed(store: Store, name: string, kind?: string): Promise<Product> {
  return (await store.products.byName(name)) ?? store.products.ensure({ name, ...(kind !== undefined && { kind }) });
}

/** The id that a target's product has or will have; null where it has none before it is read. */
export async function productIdOfTarget(store: Store, target: Target, signal: AbortSignal): Promise<string | null> {
  if (target.productId !== undefined) return target.productId;
  if (target.product !== undefined) return (await store.products.byName(target.product))?.id ?? null;
  const [first] = target.sources;
  if (!first) return null;
  const { source, options, git } = await loadSource(first, signal);
  return productIdOf(await source.origin(options, git));
}

/** The product of a working directory: bifocal.json's, that of what can be read there, or the folder's own. */
export async function productHere(store: Store, cwd: string, signal: AbortSignal): Promise<Product> {
  const named = productFile(cwd)?.product;
  if (named !== undefined) return productNamed(store, named);
  const target = await resolveTarget('.', cwd).catch((error: unknown) => {
    if (error instanceof BifocalError && error.code === 'NOTHING_TO_READ') return null;
    throw error;
  });
  const [first] = target?.sources ?? [];
  if (!target || !first) return store.products.ensure({ id: folderId(cwd), name: basename(cwd) });
  const { source, options, git } = await loadSource(first, signal);
  const root = await source.origin(options, git);
  return store.products.ensure({
    id: productIdOf(root),
    name: target.name,
    kind: first.kind === 'git' ? 'software' : 'product',
  });
}

/** A target that is nothing on the disk or the network, but a product that is known; null where it is none. */
export async function knownTarget(store: Store, named: string, cwd: string): Promise<Target | null> {
  const pinned = named === '.' ? productFile(cwd)?.product : undefined;
  const product =
    (await store.products.byName(pinned ?? named)) ?? (named === '.' ? await store.products.byId(folderId(cwd)) : null);
  if (product === null) return null;
  const sources = await sourcesReadAgain(store, product.id);
  return { named, name: product.name, product: product.name, productId: product.id, sources };
}

/** A folder without a name of its own is told from another by where it lies. */
function folderId(cwd: string): string {
  return idOf('product', 'folder', realpathSync(cwd));
}

/** Sources that are read again at each reading; what was imported once is not among them. */
export async function sourcesReadAgain(store: Store, productId: string): Promise<SourceWanted[]> {
  const imported = await importedSources(store, productId);
  const live = (await store.sources.list(productId)).filter(({ id, kind }) => !imported.has(id) && kind in SOURCES);
  return live.map(({ kind, origin, options }) => ({ kind, origin, options: options as SourceWanted['options'] }));
}

async function importedSources(store: Store, productId: string): Promise<ReadonlySet<string>> {
  const gathers = await store.gathers.list(productId);
  // What an export brought and somebody gathered since is read again like any other.
  const live = new Set(gathers.filter(({ how }) => how === 'live').map(({ sourceId }) => sourceId));
  const handed = gathers.filter(({ how, sourceId }) => how === 'import' && !live.has(sourceId));
  return new Set(handed.map(({ sourceId }) => sourceId));
}
