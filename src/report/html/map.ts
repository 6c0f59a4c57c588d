/** The map: the region of draws over four places; a line for each lens while one is unknown. */
import type { Reading } from '#core/reading.ts';
import { scoreWords } from '../figures.ts';
import { PLACES, placeWords } from '../place-words.ts';
import { caliper, possible } from './caliper.ts';
import { type Markup, markup } from './markup.ts';

const SIDE = 360;
const LEFT = 34;
const TOP = 8;

export function mapSection(reading: Reading): Markup {
  const { stage, place } = reading;
  return markup`<div><p class="stage">Stage: <b>${stage.name.replace('-', ' ')}</b> · ${stage.because} · ${place.norm}</p><p class="place" id="map">${placeWords(
    reading,
  )}</p>${place.region.length > 0 ? region(reading) : lines(reading)}</div>`;
}

function lines({ lenses }: Reading): Markup {
  const line = (name: 'Product' | 'Customer', hue: 'p' | 'c') => {
    const lens = name === 'Product' ? lenses.product : lenses.customer;
    const drawn =
      lens.score === null
        ? possible(lens.band.worst, lens.band.best, name)
        : caliper(hue, lens.score, lens.interval, name);
    const words = lens.score === null ? 'no score yet' : scoreWords(lens.score, lens.interval);
    return markup`<p class="fine" style="margin-top:18px"><b class="who-${hue}">${name}</b> ${words}</p>${drawn}`;
  };
  return markup`<div style="max-width:560px">${line('Product', 'p')}${line('Customer', 'c')}<p class="fine">0 to 100; the tick stands at the norm, 50.</p></div>`;
}

function region({ place }: Reading): Markup {
  const x = (value: number) => (LEFT + (value / 100) * SIDE).toFixed(1);
  const y = (value: number) => (TOP + ((100 - value) / 100) * SIDE).toFixed(1);
  const pane = (left: number, top: number, fill: string) =>
    markup`<rect class="pane" x="${x(left)}" y="${y(top)}" width="${SIDE / 2}" height="${SIDE / 2}" fill="var(${fill})"/>`;
  const name = (key: 'product' | 'customer' | 'both' | 'neither', left: number, top: number) => {
    const on = place.name === key || place.between.includes(key);
    const share = place.probabilities ? ` ${Math.round(place.probabilities[key] * 100)} of 100` : '';
    return markup`<text class="pname ${on ? 'on' : ''}" x="${x(left)}" y="${y(top)}">${PLACES[key]}<tspan class="tick">${share}</tspan></text>`;
  };
  const draws = place.region.map(
    ([across, up]) => markup`<circle class="draw" cx="${x(across)}" cy="${y(up)}" r="2"/>`,
  );
  return markup`<svg class="map" viewBox="0 0 ${SIDE + LEFT + 10} ${SIDE + TOP + 36}" role="img" aria-label="${mapWords(place)}">${pane(0, 100, '--customer-3')}${pane(50, 100, '--bridge-3')}${pane(0, 50, '--well')}${pane(50, 50, '--product-3')}<rect class="frame" x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}"/><path class="half" d="M${x(50)} ${TOP}V${TOP + SIDE}M${LEFT} ${y(50)}H${LEFT + SIDE}"/>${draws}${name('customer', 2, 95)}${name('both', 52, 95)}${name('neither', 2, 3)}${name('product', 52, 3)}<text class="tick" x="${LEFT}" y="${SIDE + TOP + 16}">0</text><text class="tick" x="${LEFT + SIDE}" y="${SIDE + TOP + 16}" text-anchor="end">100</text><text x="${LEFT + SIDE / 2}" y="${SIDE + TOP + 30}" text-anchor="middle">Product lens →</text><text transform="translate(12 ${TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">Customer lens →</text></svg>`;
}

function mapWords({ probabilities }: Reading['place']): string {
  if (probabilities === null) return 'No place can be named yet.';
  const words = (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((key) =>
    key === 'undecided' ? [] : `${PLACES[key]} ${Math.round(probabilities[key] * 100)} of 100 draws`,
  );
  return words.join(', ');
}
