/** JSON as values and as canonical text: the same value always gives the same bytes. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Canonical text: keys in code-unit order, no spaces, `undefined` members left out. Throws on NaN and infinities. */
export function canonical(value: unknown): string {
  // Most values are written in order already; the built-in writer is several times faster than the walk below.
  return isOrdered(value) ? JSON.stringify(value) : ordered(value);
}

/** True when `JSON.stringify` gives the canonical text. */
function isOrdered(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isOrdered);
  if (typeof value !== 'object' || !isPlain(value)) return false;
  let before: string | null = null;
  for (const key of Object.keys(value)) {
    if (before !== null && before >= key) return false;
    if (!isOrdered((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function ordered(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((member) => canonical(member ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const member = (value as Record<string, unknown>)[key];
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`no JSON for a ${typeof value}`);
}
