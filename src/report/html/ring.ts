/** The geometry of the loop: clockwise from the top, a band as wide as its people, dots outside for whoever is lost. */
import { type Markup, markup } from './markup.ts';

export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How wide everybody who asked is. */
  readonly widest: number;
}

/** Degrees clockwise from the top. */
function pointAt({ x, y }: Ring, radius: number, degrees: number): readonly [x: number, y: number] {
  const angle = (degrees / 180) * Math.PI;
  return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
}

const STEP = 3;

/** From stop to stop the band narrows by those who did not come on; a zero leaves the hairline that runs below it. */
export function band(ring: Ring, quarter: number, from: number, to: number, fill: string): Markup | null {
  if (from === 0) return null;
  const start = quarter * 90;
  const turns = Array.from({ length: 90 / STEP + 1 }, (_, at) => at * STEP);
  const point = (radius: number, turn: number) => {
    const [x, y] = pointAt(ring, radius, start + turn);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const outer = turns.map((turn) => point(ring.radius + ring.widest * (from + (to - from) * (turn / 90)), turn));
  const inner = turns.toReversed().map((turn) => point(ring.radius, turn));
  return markup`<path d="M${[...outer, ...inner].join('L')}Z" fill="var(${fill})"/>`;
}

const GAP = 8;
/** The dots keep clear of the stops. */
const MARGIN = 10;

/** Rows of dots outside a quarter, even from row to row and centred, so that they can be counted. */
export function lostDots(ring: Ring, quarter: number, dots: number, clear: number): Markup | null {
  if (dots === 0) return null;
  const rows = rowsFor(dots, ring.radius + clear);
  const drawn: Markup[] = [];
  let left = dots;
  for (let row = 0; row < rows; row += 1) {
    const radius = ring.radius + clear + row * GAP;
    const here = Math.ceil(left / (rows - row));
    const apart = turnOf(radius);
    const first = quarter * 90 + 45 - ((here - 1) * apart) / 2;
    for (let at = 0; at < here; at += 1) {
      const [x, y] = pointAt(ring, radius, first + at * apart);
      drawn.push(markup`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.2"/>`);
    }
    left -= here;
  }
  return markup`<g class="lk">${drawn}</g>`;
}

/** As many rows as hold them all; the innermost holds fewest. */
function rowsFor(dots: number, radius: number): number {
  const each = Math.floor((90 - 2 * MARGIN) / turnOf(radius)) + 1;
  return Math.ceil(dots / each);
}

/** The degrees from one dot to the next. */
function turnOf(radius: number): number {
  return (GAP / radius / Math.PI) * 180;
}

export function arc(ring: Ring, from: number, to: number): string {
  const point = (degrees: number) =>
    pointAt(ring, ring.radius, degrees)
      .map((value) => value.toFixed(1))
      .join(' ');
  return `M${point(from)}A${ring.radius} ${ring.radius} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
}
