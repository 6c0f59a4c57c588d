/** Single cells: text, numbers, lists and people, whatever a program wrote. Pure. */
import type { Json } from '#core/json.ts';
import type { Fields } from './row.ts';

/** `user.login` is looked up in the object `user`, unless there is a column of that whole name. */
export function cellOf(fields: Fields, column: string): Json | undefined {
  const value = fields[column];
  if (value !== undefined) return value ?? undefined;
  const dot = column.indexOf('.');
  if (dot === -1) return undefined;
  const inner = fields[column.slice(0, dot)];
  return isObject(inner) ? (inner[column.slice(dot + 1)] ?? undefined) : undefined;
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a cell; null where there is none. A list is its parts one under another. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.flatMap((one) => textOf(one) ?? []).join('\n') || null;
  if (!isObject(value)) return null;
  for (const name of ['name', 'text', 'body', 'value', 'label', 'id', 'login', 'email']) {
    const found = textOf(value[name]);
    if (found !== null) return found;
  }
  return null;
}

/** `1 234,5`, `1.234,5` and `1,234.5` alike; null where it is no number. */
export function numberOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^([-+]?[\d.,]+)(?:%|stars?|★+|\/5|\/10)$/i, '$1');
  if (!/^[-+]?[\d.,]{1,30}$/.test(text) || !/\d/.test(text)) return null;
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  const decimal = comma > point ? ',' : '.';
  const other = decimal === ',' ? '.' : ',';
  // A single comma before exactly three digits groups thousands, unless a zero stands before it.
  const grouped = decimal === ',' && point === -1 && /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
  const plain = grouped ? text.replaceAll(',', '') : text.replaceAll(other, '').replace(decimal, '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

/** Labels: a list as it is, a text cut at its separators. */
export function listOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textOf(one)?.trim() || []);
  const text = textOf(value);
  if (text === null) return [];
  const list = text.startsWith('[') ? jsonList(text) : null;
  const parts = list ?? text.split(text.includes(';') ? ';' : /, |,(?! )|\n/);
  return parts.map((part) => part.trim()).filter((part) => part !== '' && part.length <= 200);
}

function jsonList(text: string): string[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.flatMap((one) => textOf(one as Json) ?? []) : null;
  } catch {
    return null;
  }
}

const TRUE = /^(?:true|yes|y|1|x|ja|wahr|oui|vrai|staff|team|agent|admin|maker|owner|employee|member)$/i;
const FALSE = /^(?:false|no|n|0|nein|falsch|non|faux|customer|user|end.?user|client|guest|visitor)$/i;

/** Null where the cell says neither. */
export function flagOf(value: Json | undefined): boolean | null {
  const text = textOf(value)?.trim() ?? '';
  return TRUE.test(text) ? true : FALSE.test(text) ? false : null;
}
