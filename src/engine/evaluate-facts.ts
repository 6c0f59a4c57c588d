/** Performs the named reads, each once, and computes every fact in the order of its needs. */
import type { AnyKeptFact, Fact, FactContext, ReadName, RowOf } from '#facts/define-fact.ts';
import type { FactValues } from '#facts/values.ts';
import { type Keeper, NOTHING_KEPT } from './keep-facts.ts';

/** How the engine streams one named read: rows in (at, id) order, none later than `until`. */
export type ReadRows = (name: ReadName) => AsyncIterable<readonly RowOf[ReadName][]>;

/** Values by fact id. */
export type Values = ReadonlyMap<string, unknown>;

type AnyCollector = { take(row: unknown): void; done(): unknown };
type AnyFact = {
  readonly id: keyof FactValues;
  readonly reads?: ReadName | readonly ReadName[];
  readonly facts?: readonly (keyof FactValues)[];
  collect?(context: FactContext): AnyCollector;
  compute?(facts: object, context: FactContext): unknown;
};

/** Throws on a circle or an unknown need: both are bugs of a fact, not of the evidence. */
export async function evaluateFacts(
  facts: readonly Fact[],
  readRows: ReadRows,
  at: number,
  known: Omit<FactContext, 'at'> = {},
  keeper: Keeper = NOTHING_KEPT,
  ahead: Values = new Map(),
): Promise<FactValues> {
  const context: FactContext = { ...known, at };
  const values = new Map(ahead);
  const all = facts as readonly AnyFact[];
  for (const read of byRead(all).keys()) {
    const left = facts.filter(({ id }) => !values.has(id));
    for (const [id, value] of await collectFacts(left, read, readRows, context)) values.set(id, value);
  }
  for (const fact of inOrder(all)) {
    const named = Object.fromEntries((fact.facts ?? []).map((need) => [need, values.get(need)]));
    const value = isKept(fact)
      ? await keeper.valueOf(fact, { facts: named as never, context, readRows, all: facts })
      : fact.compute?.(named, context);
    values.set(fact.id, value);
  }
  return Object.fromEntries(values) as unknown as FactValues;
}

/** What is collected from one read; nothing is read where no fact wants it. */
export async function collectFacts(
  facts: readonly Fact[],
  read: ReadName,
  readRows: ReadRows,
  context: FactContext,
): Promise<Values> {
  const readers = byRead(facts as readonly AnyFact[]).get(read) ?? [];
  const collectors = readers.map((fact) => [fact.id, fact.collect?.(context)] as const);
  if (collectors.length === 0) return new Map();
  for await (const rows of readRows(read)) {
    for (const row of rows) for (const [, collector] of collectors) collector?.take(row);
  }
  return new Map(collectors.map(([id, collector]) => [id, collector?.done()]));
}

function byRead(facts: readonly AnyFact[]): Map<ReadName, AnyFact[]> {
  const groups = new Map<ReadName, AnyFact[]>();
  for (const fact of facts) {
    if (typeof fact.reads === 'string') groups.set(fact.reads, [...(groups.get(fact.reads) ?? []), fact]);
  }
  return groups;
}

function isKept(fact: object): fact is AnyKeptFact {
  return 'keeps' in fact;
}

/** Computed and kept facts, each after all that it needs. */
function inOrder(facts: readonly AnyFact[]): AnyFact[] {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const ordered = new Set<AnyFact>();
  const visit = (fact: AnyFact, path: readonly string[]) => {
    if (path.includes(fact.id)) throw new Error(`facts in a circle: ${[...path, fact.id].join(' → ')}`);
    for (const need of fact.facts ?? []) {
      const needed = known.get(need);
      if (!needed) throw new Error(`fact ${fact.id} needs ${need}, which nothing computes`);
      visit(needed, [...path, fact.id]);
    }
    if (fact.compute || isKept(fact)) ordered.add(fact);
  };
  for (const fact of facts) visit(fact, []);
  return [...ordered];
}
