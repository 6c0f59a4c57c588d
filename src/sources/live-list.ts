/** Lists of a live service in the order in which they changed: whatever changes meanwhile comes again at the end. */

/** Everything that changed before `since` is known (ms UTC), and of that very moment what `edge` names. */
export interface Changed {
  readonly since: number;
  readonly page: number;
  readonly edge: readonly string[];
}

export const NOTHING_CHANGED: Changed = { since: 0, page: 1, edge: [] };

export interface Listed<Row> {
  readonly key: string;
  readonly at: number;
  readonly row: Row;
}

export interface ListPage<Row> {
  readonly rows: readonly Listed<Row>[];
  readonly more: boolean;
}

/**
 * Asks for the first page behind the moment that is known; where a page ends within one moment, for the next page of
 * the same. So nothing is skipped when pages move while they are turned.
 */
export async function* walkChanged<Row>(
  start: Changed,
  page: (place: Changed) => Promise<ListPage<Row>>,
): AsyncGenerator<{ readonly fresh: readonly Row[]; readonly place: Changed; readonly more: boolean }> {
  let place = start;
  for (;;) {
    const { rows, more } = await page(place);
    const known = new Set(place.edge);
    const fresh = new Map<string, Row>();
    for (const { key, at, row } of rows) {
      if (at > place.since || (at === place.since && !known.has(key))) fresh.set(key, row);
    }
    const last = rows.reduce((most, { at }) => Math.max(most, at), place.since);
    const there = rows.flatMap(({ key, at }) => (at === last ? key : []));
    const moved = last > place.since;
    place = {
      since: last,
      page: moved || !more ? 1 : place.page + 1,
      edge: (moved ? [...new Set(there)] : [...new Set([...place.edge, ...there])]).sort(),
    };
    yield { fresh: [...fresh.values()], place, more };
    if (!more) return;
  }
}

/** A few calls at once, in order: services ask for no more. */
export async function sideBySide<One, Other>(
  all: readonly One[],
  work: (one: One) => Promise<Other>,
  abreast = 3,
): Promise<Other[]> {
  const done: Other[] = [];
  for (let at = 0; at < all.length; at += abreast)
    done.push(...(await Promise.all(all.slice(at, at + abreast).map(work))));
  return done;
}
