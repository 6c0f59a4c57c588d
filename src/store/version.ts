/** One version of one piece of evidence: what of a row is content, its hash, and how it is packed into a record. */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { digestOf } from '#core/ids.ts';
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

/** Stands for null, which must differ from an empty text; U+0000 never survives the edge. */
const ABSENT = '\u0000';

/** Separates values; it never survives the edge either, nor JSON text. */
const SEPARATOR = '\u001f';

/** A version as one line: what its hash is over, and what waits to be written. */
export function lineOf(version: Version): string {
  let line = '';
  for (const column of CONTENT) {
    const value = version[column];
    line += value === null ? ABSENT : value;
    line += SEPARATOR;
  }
  return line;
}

export function versionHash(version: Version): string {
  return hashOfLine(lineOf(version));
}

export function hashOfLine(line: string): string {
  return hash('sha256', line, 'hex').slice(0, 32);
}

const NUMERIC: ReadonlySet<string> = new Set(['at', 'changed_at', 'amount']);

/** Reads the values of a line from a place on; the line was split at the separators. */
export function versionAt(fields: readonly string[], from: number): Version {
  const version: Record<string, string | number | null> = {};
  let place = from;
  for (const column of CONTENT) {
    const field = fields[place++];
    if (field === undefined || field === ABSENT) version[column] = null;
    else version[column] = NUMERIC.has(column) ? Number(field) : field;
  }
  return version as Version;
}

export function packVersion(version: Version): Uint8Array {
  return packText(lineOf(version));
}

export function unpackVersion(raw: Uint8Array): Version {
  return versionAt(unpackText(raw).split(SEPARATOR), 0);
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
const WORTH_DEFLATING = 1_000;

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
