/** Blanks where a text names a person, whole words only, in any case. */
import { canonical, type Json } from '#core/json.ts';
import type { Version } from './version.ts';

const BLANK = '[forgotten]';

/** A version without the names in its title, body, address and data; the same object when none stands there. */
export function blankMentions(version: Version, names: readonly string[]): Version {
  const wanted = names.map((name) => name.trim().toLowerCase()).filter((name) => name.length > 1);
  const text = (value: string | null) => (value === null ? null : blankIn(value, wanted));
  const next = { title: text(version.title), body: text(version.body), url: text(version.url) };
  const data = version.data !== null && hasAny(version.data, wanted) ? blankData(version.data, wanted) : version.data;
  const same =
    next.title === version.title && next.body === version.body && next.url === version.url && data === version.data;
  return same ? version : { ...version, ...next, data };
}

/** JSON without the names in any of its texts; the same when none stands there. */
export function blankJson(json: string, names: readonly string[]): string {
  const wanted = names.map((name) => name.trim().toLowerCase()).filter((name) => name.length > 1);
  return hasAny(json, wanted) ? blankData(json, wanted) : json;
}

function hasAny(text: string, names: readonly string[]): boolean {
  const low = text.toLowerCase();
  return names.some((name) => low.includes(name));
}

function blankData(data: string, names: readonly string[]): string {
  const deep = (value: Json): Json => {
    if (typeof value === 'string') return blankIn(value, names);
    if (Array.isArray(value)) return value.map(deep);
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, deep(member)]));
    }
    return value;
  };
  return canonical(deep(JSON.parse(data) as Json));
}

function blankIn(text: string, names: readonly string[]): string {
  let clean = text;
  for (const name of names) clean = blankOne(clean, name);
  return clean;
}

/** Walks from find to find, so the time is linear; `toLowerCase` may change the length of rare letters. */
function blankOne(text: string, name: string): string {
  const low = text.toLowerCase();
  if (low.length !== text.length || !low.includes(name)) return text;
  let clean = '';
  let copied = 0;
  for (let found = low.indexOf(name); found >= 0; found = low.indexOf(name, found + 1)) {
    if (found < copied || isPartOfWord(text[found - 1]) || isPartOfWord(text[found + name.length])) continue;
    clean += text.slice(copied, found) + BLANK;
    copied = found + name.length;
  }
  return clean + text.slice(copied);
}

/** Handles may hold hyphens: `@ann` is not named in `@ann-marie`. */
function isPartOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
}
