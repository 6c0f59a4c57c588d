/** One line of a file to one row of evidence, or to the reason why it is none. Pure; a reason never quotes the line. */
import type { Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { EvidenceRow } from './evidence.schema.ts';

export type ReadRow = { readonly row: Gathered } | { readonly reason: string; readonly json: boolean };

/** Nothing that anybody can gather lies outside; a time that does is a slip of unit or of typing. */
const EARLIEST = Date.UTC(1000);
const LATEST = Date.UTC(2200);

/** Milliseconds below this are 1973 or before: more likely seconds. A day that old is written as a date. */
const SECONDS_UNTIL = 100_000_000_000;

export function readRow(line: string, origin: string): ReadRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: 'it is not JSON', json: false };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { reason: 'it is not a JSON object', json: false };
  }
  const parsed = EvidenceRow.safeParse(value);
  if (!parsed.success) return { reason: reasonOf(parsed.error.issues), json: true };
  const { at, changedAt, author, ...rest } = parsed.data;
  const time = toTime(at);
  if (typeof time === 'string') return { reason: `at ${time}`, json: true };
  const changed = changedAt === undefined || changedAt === null ? null : toTime(changedAt);
  if (typeof changed === 'string') return { reason: `changedAt ${changed}`, json: true };
  const { data } = rest;
  const row = {
    ...{ origin, ...rest, at: time, author: author ?? null },
    ...(changed !== null && { changedAt: changed }),
    ...(data !== undefined && { data: data as JsonObject | null }),
  };
  return { row: row as Gathered };
}

/** Milliseconds UTC, or what is wrong with it. */
export function toTime(written: number | string): number | string {
  if (typeof written === 'number' && written > 0 && written < SECONDS_UNTIL) {
    return 'looks like seconds; milliseconds or an ISO date are needed';
  }
  const time = typeof written === 'number' ? written : parseIso(written);
  if (Number.isNaN(time)) return 'is not a time that exists';
  return time >= EARLIEST && time <= LATEST ? time : 'lies before the year 1000 or after 2200';
}

/** Date.parse rolls 31 February over to March; a date that does not read back is none. */
function parseIso(written: string): number {
  const day = written.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return Number.NaN;
  return written.length === 10 ? midnight : Date.parse(written);
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** The first thing that is wrong, and how many more there are. */
export function reasonOf(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first === undefined) return 'it does not fit the format';
  const place = first.path.map(String).join('.').slice(0, 100);
  const keys = first.code === 'unrecognized_keys' ? (first.keys ?? []).slice(0, 3).map((key) => key.slice(0, 40)) : [];
  const time = /^(?:at|changedAt|observedUntil)$/.test(place) && /^invalid_(?:union|format)$/.test(first.code ?? '');
  const said = time
    ? 'a time is an ISO date, with its zone where it has an hour, or milliseconds'
    : plain(first.message);
  const what = keys.length > 0 ? `it has no field called ${keys.join(', ')}` : `${place || 'it'}: ${said}`;
  return issues.length > 1 ? `${what}, and ${issues.length - 1} more` : what;
}

function plain(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
