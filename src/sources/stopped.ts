/** What stopped a gather of a live service: as an error before anything was read, as an entry of its reading after. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Stop } from './patient-calls.ts';

/** `raises` says what would raise the limit. */
export function stopped(source: string, name: string, stop: Stop, raises: string): Missing {
  const { code, message, hint } = errorOf(name, stop, raises);
  return { source, code, because: message, remedy: hint };
}

/** What stopped a gather before it read anything. */
export function errorOf(name: string, stop: Stop | null, raises: string): BifocalError {
  if (stop?.why === 'failed') return stop.error;
  const until = stop?.why === 'limit' ? stop.until : null;
  const when = until === null ? 'for now' : `until ${clockOf(until)}`;
  return new BifocalError('LIMIT_USED_UP', { source: name, until: when, raises });
}

/** `14:20 UTC`, never earlier than it is. */
export function clockOf(at: number): string {
  const minute = Math.ceil(at / 60_000) * 60_000;
  return `${new Date(minute).toISOString().slice(11, 16)} UTC`;
}
