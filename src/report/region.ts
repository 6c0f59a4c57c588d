/** The region of a place as outlines around the real draws: no ellipse is fitted to them. */

type Point = readonly [across: number, up: number];

/** The hull of the share of draws nearest to their middle, each axis in its own spread. */
export function outline(draws: readonly Point[], share: number): readonly Point[] {
  const middle = middleOf(draws);
  const spread = [spreadOf(draws, 0, middle[0]), spreadOf(draws, 1, middle[1])] as const;
  const far = ([across, up]: Point) => ((across - middle[0]) / spread[0]) ** 2 + ((up - middle[1]) / spread[1]) ** 2;
  const near = draws.toSorted((a, b) => far(a) - far(b)).slice(0, Math.ceil(draws.length * share));
  return hull(near);
}

export function middleOf(draws: readonly Point[]): Point {
  const median = (axis: 0 | 1) => {
    const sorted = draws.map((point) => point[axis]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return [median(0), median(1)];
}

/** The median distance from the middle; a hair where all draws agree, so that nothing divides by nought. */
function spreadOf(draws: readonly Point[], axis: 0 | 1, middle: number): number {
  const away = draws.map((point) => Math.abs(point[axis] - middle)).sort((a, b) => a - b);
  return Math.max(0.05, away[Math.floor(away.length / 2)] ?? 0);
}

/** Andrew's monotone chain: the convex hull, anticlockwise from the leftmost point. */
function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (along: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of along) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Positive where the way from a over b to c turns left. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
