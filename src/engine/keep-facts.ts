/** Kept facts: read back while nothing they rest on has changed, else computed anew and their difference written. */
import { idOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { inKeyOrder, type Kept, type KeptTable } from '#core/kept.ts';
import type { AnyKeptFact, Decided, Fact, FactContext, ReadName } from '#facts/define-fact.ts';
import type { FactValues } from '#facts/values.ts';
import type { Outside } from '#language/vectors/outside.ts';
import type { KeptState } from '#store/kept.ts';
import type { Store } from '#store/store.ts';
import type { ReadRows } from './evaluate-facts.ts';
import { underLease } from './lease.ts';

export interface KeptOrder {
  readonly facts: Partial<FactValues>;
  readonly context: FactContext;
  readonly readRows: ReadRows;
  /** All facts: a kept one rests on whatever its facts rest on. */
  readonly all: readonly Fact[];
}

export interface Keeper {
  valueOf(fact: AnyKeptFact, order: KeptOrder): Promise<unknown>;
}

/** A model that the user chose for vectors. */
export interface Embedding {
  readonly model: string;
  of(texts: readonly string[]): Promise<Outside>;
}

/** Whoever changes the same fact at the same time comes first at most so often. */
const TRIES = 5;

interface Left {
  readonly rows: Kept;
  readonly decided: readonly Decided[];
  readonly memory: Uint8Array | null;
}

/** Computed from evidence alone; nothing is read from a store, nothing is left in one. */
export const NOTHING_KEPT: Keeper = {
  async valueOf(fact, order) {
    const { rows } = await computed(fact, order, { rows: noRows(fact), decided: [], memory: null });
    return fact.value(rows as never, order.facts as never, order.context);
  },
};

interface KeeperOptions {
  readonly keeps: boolean;
  readonly fresh: boolean;
  readonly at: number;
  readonly embedding?: Embedding | null;
}

export function keeperOf(
  store: Store,
  productId: string,
  { keeps, fresh, at, embedding = null }: KeeperOptions,
): Keeper {
  async function kept(fact: AnyKeptFact, order: KeptOrder): Promise<Kept> {
    const decided = (await store.corrections.list(productId)).filter(({ target }) => fact.corrects.includes(target));
    if (!keeps) return (await computed(fact, order, { rows: noRows(fact), decided, memory: null })).rows;
    const input = await inputOf(store, productId, fact, order.all, {
      ...{ at, decided },
      model: fact.embeds === true ? embedding?.model : undefined,
    });
    for (let tries = 0; tries < TRIES; tries += 1) {
      const from = await store.kept.state(productId, fact.id);
      const anew = fresh && tries === 0;
      if (!anew && from.input === input) return rowsOf(store, productId, fact);
      const left = await leftBy(store, productId, fact, fresh);
      const { rows, memory } = await computed(fact, order, { ...left, decided }, embedding);
      if (await written(store, productId, fact, { from, input, rows })) {
        if (memory) await store.facts.putBytes(productId, memoryOf(fact), String(fact.version), '', memory);
        return rows;
      }
    }
    throw new Error(`${fact.id} was changed by others ${TRIES} times while it was computed`);
  }

  return {
    async valueOf(fact, order) {
      return fact.value((await kept(fact, order)) as never, order.facts as never, order.context);
    },
  };
}

async function computed(
  fact: AnyKeptFact,
  { facts, readRows }: KeptOrder,
  { rows: former, decided, memory }: Left,
  embedding: Embedding | null = null,
): Promise<{ rows: Kept; memory?: Uint8Array }> {
  const keeping = fact.keep();
  for (const read of fact.reads) {
    for await (const page of readRows(read)) for (const row of page) keeping.take(row, read);
  }
  const from = { facts, former, decided, memory, vectors: null };
  const wanted = embedding === null ? undefined : keeping.wants?.(from as never, embedding.model);
  const vectors = wanted === undefined ? null : await (embedding as Embedding).of(wanted);
  const { rows, memory: next } = keeping.done({ ...from, vectors } as never) as {
    rows: Kept;
    memory?: Uint8Array;
  };
  const ordered = fact.keeps.map((table) => [table, inKeyOrder(table, rows[table])]);
  return { rows: Object.fromEntries(ordered) as unknown as Kept, ...(next && { memory: next }) };
}

async function written(
  store: Store,
  productId: string,
  fact: AnyKeptFact,
  change: { readonly from: KeptState; readonly input: string; readonly rows: Kept },
): Promise<boolean> {
  return underLease(store, productId, async () => (await store.kept.write(productId, fact.id, change)) !== null);
}

async function rowsOf(store: Store, productId: string, fact: AnyKeptFact): Promise<Kept> {
  const tables: [KeptTable, unknown][] = [];
  for (const name of fact.keeps) tables.push([name, await store.kept.rows(productId, name)]);
  return Object.fromEntries(tables) as unknown as Kept;
}

async function leftBy(
  store: Store,
  productId: string,
  fact: AnyKeptFact,
  fresh: boolean,
): Promise<Omit<Left, 'decided'>> {
  if (fresh) return { rows: noRows(fact), memory: null };
  const memory = await store.facts.getBytes(productId, memoryOf(fact), String(fact.version), '');
  return { rows: await rowsOf(store, productId, fact), memory };
}

function noRows(fact: AnyKeptFact): Kept {
  return Object.fromEntries(fact.keeps.map((name) => [name, []])) as unknown as Kept;
}

function memoryOf({ id }: AnyKeptFact): string {
  return `memory of ${id}`;
}

/** Of everything that its rows follow from but its former rows. */
async function inputOf(
  store: Store,
  productId: string,
  fact: AnyKeptFact,
  all: readonly Fact[],
  {
    at,
    decided,
    model,
  }: { readonly at: number; readonly decided: readonly Decided[]; readonly model: string | undefined },
): Promise<string> {
  const { reads, methods } = restsOn(fact, all);
  const digests = await store.digests(productId);
  const seen: Record<string, readonly [string, number | null]> = {};
  for (const read of reads) {
    const newest = read === 'identities' ? null : await store.read.newestAt(productId, read);
    // Rows that are later than the moment come into sight as it moves on.
    seen[read] = [digests[read], newest !== null && newest > at ? at : null];
  }
  const said = decided.map(({ targetId, verb, payload }) => [targetId, verb, payload]);
  return idOf('kept', canonical({ seen, methods, said, ...(model !== undefined && { model }) }));
}

/** Reads and methods of a fact and of all facts below it. */
function restsOn(fact: AnyKeptFact, all: readonly Fact[]): { reads: readonly ReadName[]; methods: readonly string[] } {
  const byId = new Map<string, Fact>(all.map((one) => [one.id, one]));
  const found = new Set<Fact>();
  const visit = (one: Fact | undefined): void => {
    if (!one || found.has(one)) return;
    found.add(one);
    if ('facts' in one) for (const id of one.facts) visit(byId.get(id));
  };
  visit(fact as Fact);
  const reads = [...found].flatMap((one) => ('reads' in one ? one.reads : []));
  return { reads: [...new Set(reads)].sort(), methods: [...found].map(({ id, version }) => `${id} ${version}`).sort() };
}
