/** The map: a region of draws over four places, a bracketed strip where only ends are known, a line with one lens. */
import type { Guess } from '#core/guess.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { lensWords } from '../lens-words.ts';
import { drawsWords, endsOf, isLine, mapWords, PLACES, placeWords, stageWords, stripOf } from '../place-words.ts';
import { middleOf, outline } from '../region.ts';
import { caliper, possible } from './caliper.ts';
import { glasses } from './glasses.ts';
import { guessRing } from './guess.ts';
import { type Markup, markup } from './markup.ts';

/** Two drawings, so that text keeps its size: one for a page, one for a phone. */
const SIZES = [
  { side: 428, fit: 'wide' },
  { side: 270, fit: 'slim' },
] as const;
const LEFT = 52;
const TOP = 8;
const UNDER = 46;

export function mapSection(reading: Reading, guess: Guess | null): Markup {
  const { stage, place } = reading;
  const drawn = isLine(reading.lenses) ? lines(reading, guess) : SIZES.map((size) => panes(reading, guess, size));
  return markup`<section aria-labelledby="map"><p class="stage"><span>Stage: <b>${stageWords(stage)}</b></span><span>${stage.because}</span><span>${place.norm}</span></p><h2 class="place" id="map">${placeWords(
    reading,
  )}</h2>${drawn}${guess === null ? null : markup`<p class="fine">The ring beside a name is your guess.</p>`}</section>`;
}

function lines({ lenses }: Reading, guess: Guess | null): Markup {
  const line = (name: 'Product' | 'Customer', hue: 'p' | 'c') => {
    const lens = name === 'Product' ? lenses.product : lenses.customer;
    const drawn =
      lens.score === null
        ? possible(hue, lens.band.worst, lens.band.best, name)
        : caliper(hue, lens.score, lens.interval, name);
    return markup`<p class="fine axis"><b class="who-${hue}">${name}</b> ${lensWords(lens)}</p>${drawn}`;
  };
  const own =
    guess === null
      ? null
      : markup`<p class="own">${glasses(guess)} ${PLACES[guess]} <svg class="dots" width="16" height="16" aria-hidden="true">${guessRing(8, 8)}</svg></p>`;
  return markup`<div class="line">${line('Product', 'p')}${line('Customer', 'c')}<p class="fine">0 to 100; the tick stands at the norm, 50.</p>${own}</div>`;
}

function panes(reading: Reading, guess: Guess | null, { side, fit }: (typeof SIZES)[number]): Markup {
  const { place, lenses } = reading;
  const x = (value: number) => (LEFT + (value / 100) * side).toFixed(1);
  const y = (value: number) => (TOP + ((100 - value) / 100) * side).toFixed(1);
  const pane = (left: number, top: number, fill: string) =>
    markup`<rect class="pane" x="${x(left)}" y="${y(top)}" width="${side / 2}" height="${side / 2}" fill="var(${fill})"/>`;
  const corners: readonly (readonly [Guess, right: boolean, low: boolean])[] = [
    ['customer', false, false],
    ['both', true, false],
    ['neither', false, true],
    ['product', true, true],
  ];
  const both = lenses.product.score === null && lenses.customer.score === null;
  return markup`<svg class="map ${fit}${both ? ' faded' : ''}" viewBox="0 0 ${side + LEFT + 8} ${side + TOP + UNDER}" role="img" aria-label="${mapWords(reading, guess)}">${pane(0, 100, '--customer-3')}${pane(50, 100, '--bridge-3')}${pane(0, 50, '--well')}${pane(50, 50, '--product-3')}<path class="half" d="M${x(50)} ${TOP}V${TOP + side}M${LEFT} ${y(50)}H${LEFT + side}"/><rect class="frame" x="${LEFT}" y="${TOP}" width="${side}" height="${side}"/>${
    place.region.length > 0 ? region(place.region, x, y) : strip(reading, x, y)
  }${corners.map(([key, right, low]) => corner(place, key, guess, right ? LEFT + side - 10 : LEFT + 10, low ? TOP + side - 52 : TOP + 10, right))}<text class="tick" x="${LEFT}" y="${TOP + side + 34}" text-anchor="middle">0</text><text class="tick" x="${LEFT + side}" y="${TOP + side + 34}" text-anchor="end">100</text><text class="tick" x="${LEFT - 12}" y="${TOP + side}" text-anchor="end">0</text><text class="tick" x="${LEFT - 12}" y="${TOP + 10}" text-anchor="end">100</text>${axes(reading, side, x, y)}</svg>`;
}

function region(draws: Reading['place']['region'], x: (at: number) => string, y: (at: number) => string): Markup {
  const path = (share: number) =>
    `M${outline(draws, share)
      .map(([across, up]) => `${x(across)} ${y(up)}`)
      .join('L')}Z`;
  const [across, up] = middleOf(draws);
  return markup`<path class="r90" d="${path(0.9)}"/><path class="r50" d="${path(0.5)}"/><circle class="here" cx="${x(across)}" cy="${y(up)}" r="4"/>`;
}

/** Sharp brackets at the ends, hatched between, no estimate. */
function strip({ lenses }: Reading, x: (at: number) => string, y: (at: number) => string): Markup | null {
  const found = stripOf(lenses);
  if (found === null) return null;
  const [left, right] = [Number(x(found.across[0])), Number(x(found.across[1]))];
  const [top, bottom] = [Number(y(found.up[1])), Number(y(found.up[0]))];
  const size = markup`x="${left}" y="${top}" width="${(right - left).toFixed(1)}" height="${(bottom - top).toFixed(1)}"`;
  const standing = bottom - top > right - left;
  const ends = standing
    ? `M${left} ${top + 7}V${top}H${right}V${top + 7}M${left} ${bottom - 7}V${bottom}H${right}V${bottom - 7}`
    : `M${left + 7} ${top}H${left}V${bottom}H${left + 7}M${right - 7} ${top}H${right}V${bottom}H${right - 7}`;
  return markup`<rect class="r90" ${size}/><rect ${size} fill="url(#hatch)"/><path class="edge" d="${ends}"/>`;
}

function corner(
  place: Reading['place'],
  key: Guess,
  guess: Guess | null,
  x: number,
  y: number,
  right: boolean,
): Markup {
  const on = place.name === key || place.between.includes(key);
  const share = drawsWords(place, key);
  const anchor = right ? 'end' : 'start';
  const ring = guess === key ? guessRing(right ? x - 40 : x + 40, y + 6) : null;
  return markup`<g class="${on ? 'on' : 'off'}">${glasses(key, { x: right ? x - 30 : x, y })}${ring}<text class="pname halo" x="${x}" y="${y + 28}" text-anchor="${anchor}">${PLACES[key]}</text>${
    share === null
      ? null
      : markup`<text class="tick halo" x="${x}" y="${y + 43}" text-anchor="${anchor}">${share}</text>`
  }</g>`;
}

/** Each axis carries the interval of its lens, or its band, with the number. */
function axes({ lenses }: Reading, side: number, x: (at: number) => string, y: (at: number) => string): Markup {
  const [from, to] = endsOf(lenses.product);
  const [low, high] = endsOf(lenses.customer);
  const floor = TOP + side + 5;
  const wall = LEFT - 11;
  const across = markup`<rect class="${lenses.product.score === null ? 'open' : 'band'}" x="${x(from)}" y="${floor}" width="${(((to - from) / 100) * side).toFixed(1)}" height="6"/>`;
  const up = markup`<rect class="${lenses.customer.score === null ? 'open' : 'band'}" x="${wall}" y="${y(high)}" width="6" height="${(((high - low) / 100) * side).toFixed(1)}"/>`;
  const middle = ({ score, band }: LensReading) => score ?? (band.worst + band.best) / 2;
  const estimate = (lens: LensReading, d: (at: string) => string, at: (value: number) => string) =>
    lens.score === null ? null : markup`<path class="est" d="${d(at(lens.score))}"/>`;
  return markup`<g class="hp">${across}${estimate(lenses.product, (at) => `M${at} ${floor - 2}v10`, x)}<text class="axp" x="${clamp(Number(x(middle(lenses.product))), LEFT + half(lenses.product) + 14, LEFT + side - half(lenses.product) - 30)}" y="${floor + 26}" text-anchor="middle">Product ${lensWords(lenses.product)}</text></g><g class="hc">${up}${estimate(lenses.customer, (at) => `M${wall - 2} ${at}h10`, y)}<text class="axc" transform="translate(${wall - 10} ${clamp(Number(y(middle(lenses.customer))), TOP + half(lenses.customer) + 22, TOP + side - half(lenses.customer) - 14)}) rotate(-90)" text-anchor="middle">Customer ${lensWords(lenses.customer)}</text></g>`;
}

/** Half of what an axis's words take, so that they stay clear of its 0 and its 100. */
function half(lens: LensReading): number {
  return 3.4 * `Customer ${lensWords(lens)}`.length;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
