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
  const root = await source.origin(options, git);
  return (await productReading(store, { kind: source.id, root, named: target.named }))?.id ?? productIdOf(root);
}

/** A source as products are known by it: two clones of one repository have the same root. */
interface KnownBy {
  readonly kind: string;
  readonly root: string;
  /** What the user wrote, for messages. */
  readonly named: string;
}

/**
 * The product that reads this already: the one that was made of it, else the only one that it was added to. Null where
 * there is none. Rejects with PRODUCT_UNCLEAR.
 */
export async function productReading(store: Store, by: KnownBy): Promise<Product | null> {
  const own = await store.products.byId(productIdOf(by.root));
  return own ?? onlyOne(by, await readersOf(store, by, null));
}

/** The product of an organisation that a target belongs to: the one that reads it already, else that of its name, made on first use. */
export async function productOfOrganisation(store: Store, target: Target, organisation: string): Promise<Product> {
  const [first] = target.sources;
  if (first) {
    const { source, options, git } = await loadSource(first, new AbortController().signal);
    const by = { kind: source.id, root: await source.origin(options, git), named: target.named };
    const readers = await readersOf(store, by, organisation);
    const known = readers.find(({ name }) => name === target.name) ?? onlyOne(by, readers);
    if (known !== null) return known;
  }
  return store.products.ensure({ organisation, name: target.name });
}

async function readersOf(store: Store, { kind, root }: KnownBy, organisation: string | null): Promise<Product[]> {
  const ids = await store.sources.readBy(kind, root);
  const readers = (await Promise.all(ids.map((id) => store.products.byId(id)))).flatMap((product) => product ?? []);
  return readers.filter((product) => product.organisation === organisation);
}

function onlyOne({ named }: KnownBy, [only, ...others]: readonly Product[]): Product | null {
  if (only === undefined || others.length === 0) return only ?? null;
  const products = [only, ...others].map(({ name }) => name).sort();
  throw new BifocalError('PRODUCT_UNCLEAR', { target: named, products });
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
  const made = { id: productIdOf(root), name: target.name, kind: first.kind === 'git' ? 'software' : 'product' };
  const known = await productReading(store, { kind: source.id, root, named: cwd });
  return known ?? store.products.ensure(made);
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
