/** What the store's contract is tried on: small made-up evidence, and stores that are closed when a test ends. */
import { onTestFinished } from 'vitest';
import type { Evidence, Gathered } from '#core/evidence.ts';
import type { Opening } from '#store/gathers.ts';
import { openStore } from '#store/open.ts';
import type { Store, StoreOptions } from '#store/store.ts';

export const KEY = new Uint8Array(32).fill(7);

/** A place to put a store: empty at first, the same one when opened again. */
export interface Place {
  open(options?: Partial<StoreOptions>): Promise<Store>;
}

/** How one engine makes an empty place. */
export type NewPlace = () => Promise<Place>;

export function openMemory(): Place {
  return { open: (options = {}) => openStore({ file: ':memory:', key: KEY, ...options }) };
}

export interface Bench {
  readonly store: Store;
  readonly productId: string;
  readonly sourceId: string;
}

const DAY = 86_400_000;

/** 1 January 2026. */
export const START = 1_767_225_600_000;

/** The n-th commit of a made-up repository. */
export function commit(n: number, rest: Partial<Gathered> = {}): Gathered {
  return {
    kind: 'change',
    type: 'commit',
    origin: 'git:root',
    externalId: `sha${n}`,
    author: { space: 'email', handle: `dev${n % 3}@acme.example.org`, name: `Dev ${n % 3}` },
    at: START + n * DAY,
    title: `Change ${n}`,
    body: null,
    data: { parents: [`sha${n - 1}`], on: 1 },
    ...rest,
  };
}

export function said(n: number, rest: Partial<Gathered> = {}): Gathered {
  return {
    kind: 'feedback',
    type: 'issue',
    origin: 'github:acme/widgets',
    externalId: String(n),
    author: { space: 'github.com', handle: `asker${n}` },
    at: START + n * DAY,
    title: `It should do ${n}`,
    body: `I want ${n}.`,
    ...rest,
  };
}

export async function bench(place: Place, options: Partial<StoreOptions> = {}): Promise<Bench> {
  const store = await place.open(options);
  onTestFinished(() => store.close());
  const { id: productId } = await store.products.ensure({ name: 'acme' });
  const source = await store.sources.ensure(productId, { kind: 'git', origin: 'git:root', options: {} });
  return { store, productId, sourceId: source.id };
}

export const LIVE: Opening = { how: 'live', rereadable: true };
export const IMPORT: Opening = { how: 'import', rereadable: false };

export interface Gathering extends Partial<Opening> {
  readonly replaces?: readonly { readonly origin: string; readonly type: string }[];
  readonly cursor?: string;
}

/** Opens, stages and seals; answers the gather's id and what it did. */
export async function gather(on: Bench, items: readonly Gathered[], how: Gathering = {}) {
  const { replaces = [], cursor = 'cursor', ...opening } = how;
  const { id } = await on.store.gathers.open(on.productId, on.sourceId, { ...LIVE, ...opening });
  await on.store.gathers.stage(on.productId, id, items);
  const counts = await on.store.gathers.seal(on.productId, id, { cursor, observedUntil: START, replaces });
  return { id, counts };
}

export async function all(on: Bench, read: 'changes' | 'feedback' | 'documents' = 'changes'): Promise<Evidence[]> {
  const rows: Evidence[] = [];
  for await (const batch of on.store.read.stream(on.productId, read)) rows.push(...batch);
  return rows;
}

export async function titles(on: Bench): Promise<(string | null)[]> {
  return (await all(on)).map((row) => row.title);
}

export async function people(on: Bench, until?: number) {
  const rows = [];
  const options = until === undefined ? {} : { until };
  for await (const batch of on.store.read.stream(on.productId, 'identities', options)) rows.push(...batch);
  return rows;
}
