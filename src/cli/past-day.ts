/** The day as of which something is to be read. */
import { BifocalError } from '#core/errors.ts';

/** A day means until its end; null where none was named. Rejects with USAGE. */
export function atOf(flag: string | boolean | undefined, command = 'reflect'): number | null {
  if (flag === undefined) return null;
  const text = String(flag);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = Date.parse(day ? `${text}T23:59:59.999Z` : text);
  const understood = day || /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);
  if (understood && !Number.isNaN(at)) return at;
  throw new BifocalError('USAGE', { cause: `--at takes a day such as 2026-02-28, not “${text}”.`, command });
}
