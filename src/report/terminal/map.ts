/** The map: Product across, Customer up, a region of draws; a line while one lens is unknown. */
import type { LensReading, Reading } from '#core/reading.ts';
import { scoreWords } from '../figures.ts';
import { PLACES, placeWords } from '../place-words.ts';
import { band, caliper } from './caliper.ts';
import { padEnd, padStart, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

const WIDE = 46;
const HIGH = 13;

export function mapLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const head = [
    paint('strong', 'WHERE IT STANDS'),
    '',
    ...wrap(`Stage: ${reading.stage.name.replace('-', ' ')}. ${reading.stage.because}`, screen.columns - 2),
    ...wrap(placeWords(reading), screen.columns - 2),
    '',
  ];
  if (reading.place.region.length > 0) return [...head, ...region(reading, screen, paint)];
  const { product, customer } = reading.lenses;
  return [
    ...head,
    lensLine('Product', 'product', product, screen, paint),
    lensLine('Customer', 'customer', customer, screen, paint),
  ];
}

function lensLine(name: string, hue: 'product' | 'customer', lens: LensReading, screen: Screen, paint: Paint): string {
  const width = Math.min(50, screen.columns - 34);
  const label = padEnd(`${name} lens`, 15);
  if (lens.score !== null) {
    return `${label}${caliper(screen, paint, hue, width, lens.score, lens.interval)}  ${paint('strong', scoreWords(lens.score, lens.interval))}`;
  }
  const { worst, best } = lens.band;
  const words = `${Math.round(worst)} to ${Math.round(best)} possible`;
  return `${label}${band(screen, paint, width, worst, best)}  ${paint('faint', words)}`;
}

/** One dot per draw, two across and four up in each braille cell. */
function region(reading: Reading, screen: Screen, paint: Paint): string[] {
  const cells = Array.from({ length: HIGH }, () => Array.from({ length: WIDE }, () => 0));
  for (const [across, up] of reading.place.region) {
    const x = Math.min(WIDE * 2 - 1, Math.floor((across / 100) * WIDE * 2));
    const y = Math.min(HIGH * 4 - 1, Math.floor(((100 - up) / 100) * HIGH * 4));
    const row = cells[Math.floor(y / 4)];
    if (row) row[Math.floor(x / 2)] = (row[Math.floor(x / 2)] ?? 0) | dot(x % 2, y % 4);
  }
  const [topLeft, topRight, bottomLeft, bottomRight, across, up] = [...sign(screen, 'box')] as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const rows = cells.map((row, at) => {
    const signs = row.map((bits, column) => {
      if (bits > 0) return screen.ascii ? '*' : String.fromCodePoint(0x2800 + bits);
      if (column === WIDE / 2) return sign(screen, 'norm');
      return at === Math.floor(HIGH / 2) ? sign(screen, 'track') : ' ';
    });
    return `${at === 0 ? '100' : '   '} ${up}${label(signs, at)}${up}`;
  });
  return [
    `    ${topLeft}${across.repeat(WIDE)}${topRight}`,
    ...rows,
    `  0 ${bottomLeft}${across.repeat(WIDE)}${bottomRight}`,
    `    0${padStart('100', WIDE + 1)}`,
    paint('faint', '     Product lens across, Customer lens up; each dot is one draw'),
  ];
}

/** The bit of a braille dot: U+2800 counts down the left column, then the right, the lowest row last. */
function dot(x: number, y: number): number {
  const left = [0x01, 0x02, 0x04, 0x40];
  const right = [0x08, 0x10, 0x20, 0x80];
  return (x === 0 ? left : right)[y] ?? 0;
}

/** The four places, each in its pane, where no dot hides them. */
function label(signs: readonly string[], row: number): string {
  const put = (left: string, right: string) => {
    const text = padEnd(left, WIDE / 2) + padStart(right, WIDE / 2);
    return signs.map((found, at) => (found === ' ' ? (text[at] ?? ' ') : found)).join('');
  };
  if (row === 0) return put(` ${PLACES.customer}`, `${PLACES.both} `);
  if (row === HIGH - 1) return put(` ${PLACES.neither}`, `${PLACES.product} `);
  return signs.join('');
}
