/** JSON as values and as canonical text: the same value always gives the same bytes. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What is left of a type where JSON is asked of it: a function, a date or a map in it fits nothing. */
type Plain<Value> = Value extends null | boolean | number | string | undefined
  ? Value
  : Value extends readonly (infer Member)[]
    ? readonly Plain<Member>[]
    : Value extends Date | ReadonlyMap<never, never> | ReadonlySet<never> | ((...given: never[]) => unknown)
      ? never
      : { readonly [Key in keyof Value]: Plain<Value[Key]> };

/** The same value. An interface has no index signature, so the compiler must be told that it is JSON; here it looks. */
export function plainJson<Value extends object>(value: Value & Plain<Value>): JsonObject;
export function plainJson<Value>(value: Value & Plain<Value>): Json;
export function plainJson(value: unknown): Json {
  return value as Json;
}

/** Canonical text: keys in code-unit order, no spaces, `undefined` members left out. Throws on NaN and infinities. */
export function canonical(value: unknown): string {
  // The built-in writer is several times faster than the walk below, and keeps the order in which keys were put in.
  if (isArranged(value)) return JSON.stringify(value);
  const arranged = arrange(value);
  return arranged === BY_HAND ? walked(value) : JSON.stringify(arranged);
}

/** Marks what the built-in writer would not write canonically. */
const BY_HAND = Symbol('by hand');

/** An object orders such keys by number whatever the order they were put in; the other is no plain member. */
const ORDERED_BY_NUMBER = /^(?:\d+$|__proto__$)/;

/** Whether the built-in writer writes it canonically as it is: then nothing need be copied. */
function isArranged(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isArranged);
  if (typeof value !== 'object' || !isPlain(value)) return false;
  let before = '';
  for (const key of Object.keys(value)) {
    // The empty key comes first of all; it is rare enough to be left to the other way.
    if (key <= before || ORDERED_BY_NUMBER.test(key)) return false;
    if (!isArranged((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

/** The value with its keys in order, as far as an object can hold them so. */
function arrange(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : BY_HAND;
  if (Array.isArray(value)) return arrangeMembers(value);
  return typeof value === 'object' && isPlain(value) ? arrangeKeys(value as Record<string, unknown>) : BY_HAND;
}

function arrangeMembers(members: readonly unknown[]): unknown {
  const arranged: unknown[] = [];
  for (const member of members) {
    const next = arrange(member ?? null);
    if (next === BY_HAND) return BY_HAND;
    arranged.push(next);
  }
  return arranged;
}

function arrangeKeys(value: Readonly<Record<string, unknown>>): unknown {
  const arranged: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    const next = arrange(member);
    if (next === BY_HAND || ORDERED_BY_NUMBER.test(key)) return BY_HAND;
    arranged[key] = next;
  }
  return arranged;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function walked(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((member) => walked(member ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const member = (value as Record<string, unknown>)[key];
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${walked(member)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`no JSON for a ${typeof value}`);
}
