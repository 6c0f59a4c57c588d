/** The time up to which a list of dated rows is known: what its options say, else its newest row; never later than the past that is read. */
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { readDays } from '#core/written-days.ts';

/** Rejects with USAGE where the options name no day. Null where nothing is known. */
export function knownUntil(said: string | undefined, rows: readonly Gathered[], until: number | null): number | null {
  const day = said === undefined ? null : (readDays([said])[0] ?? null);
  if (said !== undefined && day === null) {
    const cause = `\`until\` is a day such as 2026-02-28, not “${said}”.`;
    throw new BifocalError('USAGE', { cause, command: 'reflect' });
  }
  const newest = rows.reduce<number | null>((most, { at }) => (most === null || at > most ? at : most), null);
  const known = day ?? newest;
  return known === null || until === null ? known : Math.min(known, until);
}
