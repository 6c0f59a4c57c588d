/** The map: Product across, Customer up, a region of draws; a line while one lens is unknown. */
import type { Guess } from '#core/guess.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { scoreWords } from '../figures.ts';
import { PLACES, placeWords, stageWords, stripOf } from '../place-words.ts';
import { band, caliper } from './caliper.ts';
import { padEnd, padStart, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

const WIDE = 46;
const HIGH = 13;

export function mapLines(reading: Reading, guess: Guess | null, screen: Screen, paint: Paint): string[] {
  const head = [
    paint('strong', 'WHERE IT STANDS'),
    '',
    ...wrap(`Stage: ${stageWords(reading.stage)}. ${reading.stage.because}`, screen.columns - 2),
    ...wrap(placeWords(reading), screen.columns - 2),
    '',
  ];
  const drawn = extentOf(reading);
  const { product, customer } = reading.lenses;
  const lenses = [
    lensLine('Product', 'product', product, screen, paint),
    lensLine('Customer', 'customer', customer, screen, paint),
  ];
  if (drawn === null) return [...head, ...lenses, ...ownGuess(guess, screen, paint)];
  return [...head, ...panes(drawn, guess, screen, paint), '', ...lenses];
}

/** Without a map the guess stands beside the name of its place all the same. */
function ownGuess(guess: Guess | null, screen: Screen, paint: Paint): string[] {
  return guess === null ? [] : ['', paint('faint', `${sign(screen, 'guess')} your guess: ${PLACES[guess]}`)];
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

interface Extent {
  /** One dot per draw; empty where a lens is a band. */
  readonly draws: Reading['place']['region'];
  /** From left to right and from low to high, where only ends are known. */
  readonly strip: { readonly across: readonly [number, number]; readonly up: readonly [number, number] } | null;
}

/** What stands on the map; null where it is a line, or nothing at all. */
function extentOf({ place, lenses }: Reading): Extent | null {
  if (place.region.length > 0) return { draws: place.region, strip: null };
  const strip = stripOf(lenses);
  return strip === null ? null : { draws: [], strip };
}

/** Two across and four up in each braille cell. */
function panes({ draws, strip }: Extent, guess: Guess | null, screen: Screen, paint: Paint): string[] {
  const cells = Array.from({ length: HIGH }, () => Array.from({ length: WIDE }, () => 0));
  for (const [across, up] of draws) {
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
      const within = strip === null ? null : stripSign(strip, column, at, screen);
      if (within !== null) return within;
      if (column === WIDE / 2) return sign(screen, 'norm');
      return at === Math.floor(HIGH / 2) ? sign(screen, 'track') : ' ';
    });
    return `${at === 0 ? '100' : '   '} ${up}${label(signs, at, guess, screen)}${up}`;
  });
  const shown = strip === null ? 'each dot is one draw' : 'shaded: all that is possible';
  const own = guess === null ? '' : `; ${sign(screen, 'guess')} your guess`;
  return [
    `    ${topLeft}${across.repeat(WIDE)}${topRight}`,
    ...rows,
    `  0 ${bottomLeft}${across.repeat(WIDE)}${bottomRight}`,
    `    0${padStart('100', WIDE + 1)}`,
    ...wrap(`Product lens across, Customer lens up; ${shown}${own}`, screen.columns - 8).map((line) =>
      paint('faint', `     ${line}`),
    ),
  ];
}

/** Square brackets at the ends of a strip, soft shade between them. */
function stripSign({ across, up }: NonNullable<Extent['strip']>, column: number, row: number, screen: Screen) {
  const place = (value: number, cells: number) => Math.min(cells - 1, Math.floor((value / 100) * cells));
  const [left, right] = [place(across[0], WIDE), place(across[1], WIDE)];
  const [top, bottom] = [HIGH - 1 - place(up[1], HIGH), HIGH - 1 - place(up[0], HIGH)];
  if (row < top || row > bottom || column < left || column > right) return null;
  if (column === left) return '[';
  if (column === right) return ']';
  return screen.ascii ? '/' : '░';
}

/** The bit of a braille dot: U+2800 counts down the left column, then the right, the lowest row last. */
function dot(x: number, y: number): number {
  const left = [0x01, 0x02, 0x04, 0x40];
  const right = [0x08, 0x10, 0x20, 0x80];
  return (x === 0 ? left : right)[y] ?? 0;
}

/** The four places, each in its pane where nothing else is drawn; a guess stands beside its name, never in the region. */
function label(signs: readonly string[], row: number, guess: Guess | null, screen: Screen): string {
  const own = (place: Guess) => (place === guess ? ` ${sign(screen, 'guess')}` : '');
  const put = (left: Guess, right: Guess) => {
    const names = [` ${PLACES[left]}${own(left)}`, `${PLACES[right]}${own(right)} `] as const;
    const text = padEnd(names[0], WIDE / 2) + padStart(names[1], WIDE / 2);
    return signs.map((found, at) => ((text[at] ?? ' ') === ' ' ? found : (text[at] ?? found))).join('');
  };
  if (row === 0) return put('customer', 'both');
  if (row === HIGH - 1) return put('neither', 'product');
  return signs.join('');
}
