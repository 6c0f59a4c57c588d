/** The geometry of the loop: clockwise from the top, a band as wide as its people, dots outside for whoever is lost. */
import { arc as arcOf } from '@visx/shape';

export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How wide everybody who asked is. */
  readonly widest: number;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Degrees clockwise from the top. */
function pointAt({ x, y }: Ring, radius: number, degrees: number): Dot {
  const angle = (degrees / 180) * Math.PI;
  return { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
}

const STEP = 3;

/** From stop to stop the band narrows by those who did not come on; null for nobody, where a hairline runs. */
export function band(ring: Ring, quarter: number, from: number, to: number): string | null {
  if (from === 0) return null;
  const turns = Array.from({ length: 90 / STEP + 1 }, (_, at) => at * STEP);
  const point = (radius: number, turn: number) => written(pointAt(ring, radius, quarter * 90 + turn));
  const outer = turns.map((turn) => point(ring.radius + ring.widest * (from + (to - from) * (turn / 90)), turn));
  const inner = turns.toReversed().map((turn) => point(ring.radius, turn));
  return `M${[...outer, ...inner].join('L')}Z`;
}

function written({ x, y }: Dot): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const GAP = 8;
/** The dots keep clear of the stops. */
const MARGIN = 10;

/** Rows of dots outside a quarter, even from row to row and centred, so that they can be counted. */
export function lostDots(ring: Ring, quarter: number, dots: number, clear: number): readonly Dot[] {
  const rows = rowsFor(dots, ring.radius + clear);
  const drawn: Dot[] = [];
  for (let row = 0, left = dots; row < rows; row += 1) {
    const radius = ring.radius + clear + row * GAP;
    const here = Math.ceil(left / (rows - row));
    const first = quarter * 90 + 45 - ((here - 1) * turnOf(radius)) / 2;
    for (let at = 0; at < here; at += 1) drawn.push(pointAt(ring, radius, first + at * turnOf(radius)));
    left -= here;
  }
  return drawn;
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

/** A stretch of the ring's own line, around its middle. */
export function stretch({ radius }: Ring, from: number, to: number): string {
  const radians = (degrees: number) => (degrees / 180) * Math.PI;
  const drawn = arcOf<null>({
    innerRadius: radius,
    outerRadius: radius,
    startAngle: radians(from),
    endAngle: radians(to),
  })(null);
  return drawn ?? '';
}
