/** An expected failure in three lines: what, why, what to do. */
import type { BifocalError } from '#core/errors.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

export function errorWords(error: BifocalError, screen: Screen): string {
  const paint = paintFor(screen);
  const more = error.code === 'USAGE' ? '' : `  ${paint('faint', `bifocal explain ${error.code}`)}\n`;
  return plain(screen, `${paint('claim', error.code)}  ${error.message}\n  ${error.hint}\n${more}`);
}
