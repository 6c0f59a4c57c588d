/** Reads fields of outside JSON: what is not of the type that it should be is taken for absent. Pure. */

export type Fields = { readonly [name: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsIn(value: unknown, name: string): Fields | null {
  const inner = isFields(value) ? value[name] : null;
  return isFields(inner) ? inner : null;
}

export function listIn(fields: Fields, name: string): readonly unknown[] | null {
  const value = fields[name];
  return Array.isArray(value) ? value : null;
}

export function textIn(fields: Fields | null, name: string): string | null {
  const value = fields?.[name];
  return typeof value === 'string' ? value : null;
}

export function countIn(fields: Fields | null, name: string): number | null {
  const value = fields?.[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** ms UTC of an ISO instant. `gh` writes the year 1 for a time that there is not. */
export function timeIn(fields: Fields | null, name: string): number | null {
  const time = Date.parse(textIn(fields, name) ?? '');
  return Number.isNaN(time) || time <= 0 ? null : time;
}
