/** Snapshots to rows of evidence: what stood at first, every look that was taken, and what changed between two looks. */
import type { Gathered } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import type { JsonObject } from '#core/json.ts';
import { dayOf } from '#core/time.ts';
import { type Change, changesBetween } from './compare.ts';
import type { Entry, Snapshot } from './entry.ts';
import { type Parts, partOf } from './fields.ts';

/** Enough to tell two values apart. */
const DIGITS = 12;
const LONGEST_SHOWN = 300;

/** Oldest snapshot first. */
export function toEvidence(origin: string, snapshots: readonly Snapshot[], parts: Parts): Gathered[] {
  const rows: Gathered[] = [];
  for (const [index, snapshot] of snapshots.entries()) {
    const before = snapshots[index - 1];
    rows.push(lookRow(origin, snapshot));
    if (before) {
      for (const change of changesBetween(before, snapshot, parts)) {
        rows.push(changeRow(origin, change, before.at, snapshot, parts));
      }
    } else for (const id of [...snapshot.entries.keys()].sort()) rows.push(listedRow(origin, snapshot, id, parts));
  }
  return rows;
}

function lookRow(origin: string, { at, entries }: Snapshot): Gathered {
  const title = `The catalogue of ${dayOf(at)}`;
  return {
    ...{ kind: 'event', type: 'look', origin, externalId: `look:${dayOf(at)}`, author: null, at, title },
    data: { products: entries.size },
  };
}

function listedRow(origin: string, { at, entries }: Snapshot, id: string, parts: Parts): Gathered {
  const entry = entries.get(id) as Entry;
  return {
    ...{ kind: 'event', type: 'listed', origin, externalId: `listed:${id}`, threadId: id, author: null, at },
    ...{ title: entry.title, amount: entry.price, data: { values: digestsOf(entry, parts) } },
  };
}

function changeRow(
  origin: string,
  { what, entry, of, fields, twin }: Change,
  since: number,
  { at }: Snapshot,
  parts: Parts,
): Gathered {
  const shown = fields.map(({ field, from, to }) => `${field}: ${short(from)} → ${short(to)}`);
  return {
    ...{ kind: 'change', type: 'catalogue', origin, externalId: `${dayOf(at)}:${entry.id}`, threadId: entry.id },
    ...{
      author: null,
      at,
      title: titleOf(what, entry, fields, twin),
      body: shown.length > 0 ? shown.join('\n') : null,
    },
    amount: entry.price,
    data: {
      change: what,
      of: [...of],
      since: dayOf(since),
      ...(twin !== null && { twin }),
      ...(what === 'added' && { values: digestsOf(entry, parts) }),
      ...(what === 'altered' && { fields: changedDigests(fields) }),
    },
  };
}

function titleOf(what: Change['what'], entry: Entry, fields: Change['fields'], twin: string | null): string {
  if (what === 'added') return `${entry.title}: added${twin === null ? '' : ', the same in another dress'}`;
  if (what === 'dropped') return `${entry.title}: dropped${twin === null ? '' : ', the same stays in another dress'}`;
  const [first, ...others] = fields;
  if (first && others.length === 0) return `${entry.title}: ${first.field} ${short(first.from)} → ${short(first.to)}`;
  return `${entry.title}: ${fields.map(({ field }) => field).join(', ')} altered`;
}

function short(value: string | null): string {
  if (value === null) return '–';
  return value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;
}

/** `part.field` → what it said, as a digest: enough to tell what still stands a year later, and small. */
function digestsOf({ values }: Entry, parts: Parts): JsonObject {
  const told: Record<string, string> = {};
  for (const [field, value] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = partOf(field, parts);
    if (part !== 'aside') told[`${part}.${field}`] = digestOf(value).slice(0, DIGITS);
  }
  return told;
}

function changedDigests(fields: Change['fields']): JsonObject {
  return Object.fromEntries(
    fields.map(({ field, part, to }) => [`${part}.${field}`, to === null ? null : digestOf(to).slice(0, DIGITS)]),
  );
}
