/** The shelf at any time, from what stood at first and what changed since: which fields a product had, and which say something else now. */
import type { JsonObject } from '#core/json.ts';
import type { ShelfChange, ShelfRows, StoodProduct } from '../shelf-values.ts';
import { objectIn } from './fields.ts';

export function digestsIn(data: JsonObject | null, key: string): ReadonlyMap<string, string> {
  const told = Object.entries(objectIn(data, key) ?? {});
  return new Map(told.flatMap(([field, value]) => (typeof value === 'string' ? [[field, value] as const] : [])));
}

/** null: it says nothing there any more. */
export function changedIn(data: JsonObject | null, key: string): ReadonlyMap<string, string | null> {
  const told = Object.entries(objectIn(data, key) ?? {});
  return new Map(told.map(([field, value]) => [field, typeof value === 'string' ? value : null]));
}

interface Standing {
  readonly values: Map<string, string>;
  readonly evidence: string[];
}
type Shelf = Map<string, Standing>;

/** What stood at `from` against what stands at `to`, in the order of products. */
export function heldAgainst(
  rows: ShelfRows,
  changes: readonly ShelfChange[],
  titles: ReadonlyMap<string, string>,
  span: { readonly from: number; readonly to: number },
): readonly StoodProduct[] {
  const [then, now] = [shelfAt(rows, changes, span.from), shelfAt(rows, changes, span.to)];
  const twins = new Map(
    changes.flatMap(({ product, what, twin }) => (what === 'dropped' && twin ? [[product, twin]] : [])),
  );
  const since = Map.groupBy(
    changes.filter(({ at }) => at > span.from && at <= span.to),
    ({ product }) => product,
  );
  return [...then]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([product, { values, evidence }]): StoodProduct => {
      const is = now.get(product);
      // What goes while its twin stays loses its dress, not its substance.
      const twin = is === undefined ? now.get(twins.get(product) ?? '') : undefined;
      const counts = { substance: { stood: 0, gone: 0 }, appearance: { stood: 0, gone: 0 } };
      for (const [field, value] of values) {
        const part = field.startsWith('substance.')
          ? counts.substance
          : field.startsWith('appearance.')
            ? counts.appearance
            : null;
        if (part === null) continue;
        part.stood += 1;
        const held = is ?? (part === counts.substance ? twin : undefined);
        if (held?.values.get(field) !== value) part.gone += 1;
      }
      const own = (since.get(product) ?? []).map(({ id }) => id);
      return { product, title: titles.get(product) ?? product, evidence: own.length > 0 ? own : evidence, ...counts };
    });
}

function shelfAt({ listed }: ShelfRows, changes: readonly ShelfChange[], at: number): Shelf {
  const shelf: Shelf = new Map(
    listed.map(({ id, product, values }) => [product, { values: new Map(values), evidence: [id] }]),
  );
  for (const change of changes) {
    if (change.at > at) break;
    if (change.what === 'dropped') shelf.delete(change.product);
    else if (change.what === 'added') {
      shelf.set(change.product, { values: new Map(change.values), evidence: [change.id] });
    } else {
      const known = shelf.get(change.product);
      if (!known) continue;
      for (const [field, value] of change.fields) {
        if (value === null) known.values.delete(field);
        else known.values.set(field, value);
      }
    }
  }
  return shelf;
}
