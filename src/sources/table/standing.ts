/** How a thread stands: open or closed, why, and what fixed it, from the words of trackers and boards. Pure. */
import type { Json, JsonObject } from '#core/json.ts';
import { cellOf, isObject, listOf, textOf } from './cells.ts';
import type { Roles } from './roles.ts';
import type { Fields } from './row.ts';
import { type DayOrder, timeOf } from './times.ts';

/** English, German, French; what a status begins with. */
const CLOSED =
  /^(?:closed|resolved|done|completed?|solved|fixed|shipped|released|launched|declined|rejected|duplicate|deleted|archived|merged|won.?t|not planned|cancell?ed|invalid|implemented|verified|geschlossen|erledigt|gel[oö]st|abgelehnt|umgesetzt|ferm|r[eé]solu|clos|refus|termin)/i;

/** Statuses that say why it was closed, where no other column does. */
const REASONS = /^(?:declined|rejected|duplicate|won.?t|not planned|cancell?ed|invalid|abgelehnt|refus)/i;

export function standingOf(fields: Fields, roles: Roles, order: DayOrder | null): JsonObject {
  const status = textIn(fields, roles.status);
  const resolution = textIn(fields, roles.resolution);
  const closedAt = timeIn(fields, roles.closedAt, order);
  const told = status !== null || roles.closedAt !== undefined;
  const closed = status === null ? closedAt !== null : CLOSED.test(status.trim());
  const reason = resolution ?? (status !== null && REASONS.test(status.trim()) ? status : null);
  return {
    ...(told && { state: closed ? 'closed' : 'open', closedAt: closed ? closedAt : null }),
    ...(closed && reason !== null && { reason }),
  };
}

/** Versions that the tracker names as the fix, with their days where it tells them. */
export function fixesIn(fields: Fields, roles: Roles, order: DayOrder | null): Json[] {
  const [column] = roles.fixVersions ?? [];
  const value = column === undefined ? undefined : cellOf(fields, column);
  if (!Array.isArray(value)) return listOf(value).map((name) => ({ name, at: null }));
  return value.flatMap((one: Json) => {
    const name = isObject(one) ? textOf(one.name ?? one.version) : textOf(one);
    if (name === null) return [];
    const day = isObject(one) && one.released !== false ? textOf(one.date ?? one.releaseDate ?? one.released_at) : null;
    return { name, at: day === null ? null : timeOf(day, order) };
  });
}

/** The thread that this one repeats: a column of its own, or a link that says so. */
export function duplicateIn(fields: Fields, roles: Roles): string | null {
  const told = textIn(fields, roles.duplicateOf);
  if (told !== null) return told;
  const [column] = roles.links ?? [];
  const links = column === undefined ? undefined : cellOf(fields, column);
  if (!Array.isArray(links)) return null;
  for (const link of links) {
    const parts = Array.isArray(link) ? link.map((part) => textOf(part) ?? '') : [];
    if (parts.some((part) => /^duplicates$/i.test(part))) return parts.at(-1) || null;
  }
  return null;
}

export function textIn(fields: Fields, columns: readonly string[] | undefined): string | null {
  return columns?.[0] === undefined ? null : textOf(cellOf(fields, columns[0]));
}

export function timeIn(fields: Fields, columns: readonly string[] | undefined, order: DayOrder | null): number | null {
  const text = textIn(fields, columns);
  return text === null ? null : timeOf(text, order);
}
