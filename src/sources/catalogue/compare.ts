/** Two snapshots of one catalogue to what changed between them: added, dropped, altered, and in which part. Pure. */
import type { Entry, Snapshot } from './entry.ts';
import { isTelling, type Part, type Parts, partOf } from './fields.ts';

/** What a change reaches, the deepest first. */
export type Reach = 'substance' | 'appearance' | 'price';

export interface Altered {
  readonly field: string;
  readonly part: Exclude<Part, 'aside'>;
  /** null: it said nothing there. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface Change {
  readonly what: 'added' | 'dropped' | 'altered';
  readonly entry: Entry;
  readonly of: readonly Reach[];
  readonly fields: readonly Altered[];
  /** Another product with the very same substance: this one is it in another dress. */
  readonly twin: string | null;
}

/** As many telling fields must agree before two products are one in two dresses. */
const LEAST_ALIKE = 2;

/** In the order of ids. */
export function changesBetween(before: Snapshot, after: Snapshot, parts: Parts): readonly Change[] {
  const changes: Change[] = [];
  const [old, fresh] = [substances(before, parts), substances(after, parts)];
  const ids = [...new Set([...before.entries.keys(), ...after.entries.keys()])].sort();
  for (const id of ids) {
    const [was, is] = [before.entries.get(id), after.entries.get(id)];
    if (was && is) {
      const fields = alteredFields(was, is, before, after, parts);
      if (fields.length > 0) changes.push({ what: 'altered', entry: is, of: reachOf(fields), fields, twin: null });
    } else if (is) changes.push(whole('added', is, twinOf(is, old, parts)));
    else if (was) changes.push(whole('dropped', was, twinOf(was, fresh, parts)));
  }
  return changes;
}

function whole(what: 'added' | 'dropped', entry: Entry, twin: string | null): Change {
  return { what, entry, of: [twin === null ? 'substance' : 'appearance'], fields: [], twin };
}

function alteredFields(was: Entry, is: Entry, before: Snapshot, after: Snapshot, parts: Parts): readonly Altered[] {
  const names = [...new Set([...was.values.keys(), ...is.values.keys()])].sort();
  return names.flatMap((field): Altered[] => {
    const part = partOf(field, parts);
    const [from, to] = [was.values.get(field) ?? null, is.values.get(field) ?? null];
    if (part === 'aside' || from === to || !before.fields.has(field) || !after.fields.has(field)) return [];
    return [{ field, part, from, to }];
  });
}

function reachOf(fields: readonly Altered[]): readonly Reach[] {
  return (['substance', 'appearance', 'price'] as const).filter((reach) => fields.some(({ part }) => part === reach));
}

/** By the words of its substance: the first product that has them. */
function substances({ entries }: Snapshot, parts: Parts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of entries.values()) {
    const key = substanceOf(entry, parts);
    if (key !== null && !found.has(key)) found.set(key, entry.id);
  }
  return found;
}

function twinOf(entry: Entry, others: ReadonlyMap<string, string>, parts: Parts): string | null {
  const key = substanceOf(entry, parts);
  const twin = key === null ? undefined : others.get(key);
  return twin === undefined || twin === entry.id ? null : twin;
}

/** Null where too little of it is told to say that two products are the same. */
function substanceOf({ values }: Entry, parts: Parts): string | null {
  const told = [...values].filter(([field]) => partOf(field, parts) === 'substance').sort(byName);
  if (told.filter(([field]) => isTelling(field)).length < LEAST_ALIKE) return null;
  return JSON.stringify(told);
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
