/** One version of one piece of evidence: what of a row is content, its hash, and how it is packed into a record. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { digestOf, idOf } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/** What a source said; the rest of a row is where it stands in the store. The order is part of every hash. */
export const CONTENT = [
  'kind',
  'type',
  'origin',
  'external_id',
  'thread_id',
  'author_id',
  'at',
  'changed_at',
  'title',
  'body',
  'url',
  'lang',
  'line',
  'version',
  'amount',
  'data',
] as const satisfies readonly (keyof Tables['evidence'])[];

/** The whole content, a long body included. */
export type Version = Pick<Tables['evidence'], (typeof CONTENT)[number]>;

/** The values of a version in the order of `CONTENT`, and back. */
export function valuesOf(version: Version): (string | number | null)[] {
  const values: (string | number | null)[] = [];
  for (const column of CONTENT) values.push(version[column]);
  return values;
}

export function versionOf(values: readonly (string | number | null)[]): Version {
  const version: Record<string, string | number | null> = {};
  let place = 0;
  for (const column of CONTENT) version[column] = values[place++] ?? null;
  return version as Version;
}

/** Stands for null, which must differ from an empty text; U+0000 never survives the edge. */
const ABSENT = '\u0000';

export function versionHash(version: Version): string {
  return idOf(...CONTENT.map((column) => (version[column] === null ? ABSENT : String(version[column]))));
}

export function packVersion(version: Version): Uint8Array {
  return packText(JSON.stringify(valuesOf(version)));
}

export function unpackVersion(raw: Uint8Array): Version {
  return versionOf(JSON.parse(unpackText(raw)) as (string | number | null)[]);
}

/** Longer bodies lie in `blobs`, once each: a row stays on one page and the same README is not kept twice. */
const LONGEST_INLINE_BODY = 2_000;

/** The hash under which a body lies in `blobs`, or null when it stands in the row. */
export function blobHash(body: string | null): string | null {
  return body !== null && body.length > LONGEST_INLINE_BODY ? digestOf(body).slice(0, 32) : null;
}

/** The first byte says how the rest is kept. */
const PLAIN = 0;
const DEFLATED = 1;

/** Below this a call of the compressor costs more than the bytes it saves. */
const WORTH_DEFLATING = 600;

export function packText(text: string): Uint8Array {
  const plain = Buffer.from(text, 'utf8');
  if (plain.length < WORTH_DEFLATING) return Buffer.concat([Buffer.of(PLAIN), plain]);
  // Level 1: level 6 takes three times as long for a tenth less.
  return Buffer.concat([Buffer.of(DEFLATED), deflateRawSync(plain, { level: 1 })]);
}

export function unpackText(bytes: Uint8Array): string {
  const rest = bytes.subarray(1);
  const plain = bytes[0] === DEFLATED ? inflateRawSync(rest) : Buffer.from(rest.buffer, rest.byteOffset, rest.length);
  return plain.toString('utf8');
}
