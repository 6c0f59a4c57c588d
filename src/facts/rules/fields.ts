/** Reads the members of a row's `data`, which is JSON from outside: a member of another type counts as absent. */
import type { Json, JsonObject } from '#core/json.ts';

export function textIn(data: JsonObject | null, key: string): string | null {
  const value = data?.[key];
  return typeof value === 'string' ? value : null;
}

export function numberIn(data: JsonObject | null, key: string): number | null {
  const value = data?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function flagIn(data: JsonObject | null, key: string): boolean {
  return data?.[key] === 1 || data?.[key] === true;
}

export function objectIn(data: JsonObject | null, key: string): JsonObject | null {
  const value = data?.[key];
  return isObject(value) ? value : null;
}

/** null when there is no such list, which is not the same as an empty one. */
export function listIn(data: JsonObject | null, key: string): readonly Json[] | null {
  const value = data?.[key];
  return Array.isArray(value) ? value : null;
}

export function textsIn(data: JsonObject | null, key: string): readonly string[] | null {
  return listIn(data, key)?.filter((member) => typeof member === 'string') ?? null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
