/** The place on the map, with the share of draws that fall in each pane; never named from one lens alone. */
import type { Reading } from '#core/reading.ts';
import type { LensDrawn } from './lenses.ts';

type Place = Reading['place'];
type Pane = 'product' | 'customer' | 'both' | 'neither';

/** The middle of each axis until twelve named products of the same kind are compared: the cited norms score 50. */
export const NORM = 50;
const NORM_WORDS = 'by stated norms, not by comparison';

/** DESIGN §3: *is* from 90 % of draws, *probably* from 70 %, else *between*. */
const IS = 0.9;
const PROBABLY = 0.7;

/** Enough points to draw a region, few enough to keep a reading small. */
const REGION_POINTS = 200;

export function placeOf(product: LensDrawn, customer: LensDrawn): Place {
  if (product.draws.length === 0 || customer.draws.length === 0) return between(product, customer);
  const counts: Record<Pane, number> = { product: 0, customer: 0, both: 0, neither: 0 };
  const region: [number, number][] = [];
  const step = Math.max(1, Math.floor(product.draws.length / REGION_POINTS));
  product.draws.forEach((across, draw) => {
    const up = customer.draws[draw] ?? 0;
    counts[paneOf(across >= NORM, up >= NORM)] += 1;
    if (draw % step === 0 && region.length < REGION_POINTS) region.push([tenth(across), tenth(up)]);
  });
  const of = product.draws.length;
  const probabilities = {
    product: counts.product / of,
    customer: counts.customer / of,
    both: counts.both / of,
    neither: counts.neither / of,
  };
  const ranked = (Object.keys(counts) as Pane[]).sort((a, b) => counts[b] - counts[a]);
  const [first = 'neither'] = ranked;
  const share = probabilities[first];
  const named = share >= PROBABLY;
  return {
    name: named ? first : 'undecided',
    certainty: share >= IS ? 'is' : named ? 'probably' : 'between',
    between: named ? [] : ranked.filter((pane) => probabilities[pane] >= 0.05),
    probabilities,
    norm: NORM_WORDS,
    because: null,
    region,
  };
}

/** With a lens unscored only what its band allows is said. */
function between(product: LensDrawn, customer: LensDrawn): Place {
  const across = sides(product);
  const up = sides(customer);
  const panes = across.flatMap((right) => up.map((above) => paneOf(right, above)));
  const unscored = [product.draws.length === 0 ? 'Product' : '', customer.draws.length === 0 ? 'Customer' : ''];
  const names = unscored.filter(Boolean).join(' and the ');
  return {
    name: 'undecided',
    certainty: 'between',
    between: [...new Set(panes)],
    probabilities: null,
    norm: NORM_WORDS,
    because: `A place needs both lenses, and ${unscored.every(Boolean) ? 'neither has a score yet' : `the ${names} lens has no score yet`}.`,
    region: [],
  };
}

/** Which sides of the norm a lens may be on: true is past it. */
function sides({ draws, reading }: LensDrawn): readonly boolean[] {
  if (draws.length === 0) {
    if (reading.band.worst >= NORM) return [true];
    return reading.band.best < NORM ? [false] : [true, false];
  }
  const past = draws.reduce((count, score) => count + (score >= NORM ? 1 : 0), 0) / draws.length;
  if (past >= IS) return [true];
  return past <= 1 - IS ? [false] : [true, false];
}

function paneOf(productPast: boolean, customerPast: boolean): Pane {
  if (productPast) return customerPast ? 'both' : 'product';
  return customerPast ? 'customer' : 'neither';
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
