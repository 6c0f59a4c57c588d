/** A year on a terminal: place, culture and promises, each with its sentence first. */
import type { Year } from '#core/year.ts';
import { cut, padEnd, visible, wrap } from '../terminal/layout.ts';
import { paintFor, plain, type Screen } from '../terminal/style.ts';
import { yearWords } from './year-words.ts';

const NAME = 40;
const CELL = 24;

export function yearTerminal(product: string, year: Year, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(screen.columns, 120) - 4;
  const words = yearWords(product, year);
  const part = (heading: string, says: string, rows: readonly string[]) => [
    '',
    ` ${paint('strong', heading)}`,
    ...wrap(visible(says), width).map((line) => `   ${line}`),
    ...rows.map((row) => `   ${cut(visible(row), width)}`),
  ];
  const { places, gaps, due } = words.rows;
  const placeRows = year.places.map(({ at }, row) => {
    const { product: made = '', customer = '', place = '' } = places[row] ?? {};
    return `${padEnd(at, 12)}${padEnd(`product ${made}`, CELL)}${padEnd(`customer ${customer}`, CELL)}${place}`;
  });
  const heads = [padEnd('', NAME), ...year.rounds.map(({ name }) => padEnd(cut(name, CELL - 2), CELL))].join('');
  const gapRows = gaps.map(({ name, rounds }) =>
    [padEnd(name, NAME), ...rounds.map((gap) => padEnd(gap, CELL))].join(''),
  );
  const dueRows = (year.promises?.due ?? []).map(
    (one, row) => `${padEnd(one.due, 12)}${padEnd(due[row]?.state ?? '', 18)}${due[row]?.text ?? ''}`,
  );
  const lines = [
    '',
    ...wrap(visible(words.head), width).map((line) => ` ${paint('strong', line)}`),
    ...part('Place', words.place, placeRows),
    ...part('Culture', words.culture, gapRows.length === 0 ? [] : [heads, ...gapRows]),
    ...part('Promises', words.promises, dueRows),
    '',
  ];
  return plain(screen, lines.join('\n'));
}
