/** “What if I did these”: where the region would move, as far as each step is expected to move its lens. */

import { useQuery } from '@tanstack/react-query';
import { scaleLinear } from '@visx/scale';
import type { Action } from '../api/bridge.ts';
import { readingQuery } from '../api/queries.ts';
import { PlaceMap } from '../figures/map.tsx';
import { LEFT, SIZES, TOP, UNDER } from '../figures/map-frame.ts';
import { counted } from '../frame/words.ts';

type Point = readonly [number, number];

export function WhatIf({ product, tried }: { product: string; tried: readonly Action[] }) {
  const { data } = useQuery(readingQuery(product));
  if (data === undefined) return null;
  const { map } = data.view;
  if (map.region === null)
    return tried.length === 0 ? null : (
      <p className="fine mt-4">The map has no region to move: too few questions of a lens are answered.</p>
    );
  const gained = (lens: string) =>
    tried.reduce((sum, { expected }) => sum + (expected?.lens === lens ? expected.change : 0), 0);
  const by: Point = [gained('product'), gained('customer')];
  const to = moved(map.region.middle, by);
  return (
    <section aria-labelledby="what-if" className="mt-8">
      <h2 id="what-if">If these hold</h2>
      <p className="fine" role="status">
        {tried.length === 0
          ? 'Tick a step to see where it would lead.'
          : `With ${counted(tried.length, 'step')}: Product ${ends(map.region.middle[0], to[0])}, Customer ${ends(map.region.middle[1], to[1])}. It is as far as they are expected to go, and no promise.`}
      </p>
      <div className="what-if">
        <PlaceMap map={map} guess={null} />
        {tried.length > 0 &&
          SIZES.map(({ side, fit }) => {
            const x = scaleLinear<number>({ domain: [0, 100], range: [LEFT, LEFT + side] });
            const y = scaleLinear<number>({ domain: [100, 0], range: [TOP, TOP + side] });
            const path = (map.region?.ninety ?? [])
              .map((point) => moved(point, by))
              .map(([across, up]) => `${x(across).toFixed(1)} ${y(up).toFixed(1)}`)
              .join('L');
            const [from] = [map.region?.middle ?? to];
            return (
              <svg
                key={fit}
                className={`map over ${fit}`}
                viewBox={`0 0 ${side + LEFT + 8} ${side + TOP + UNDER}`}
                aria-hidden="true"
              >
                <path className="hoped" d={`M${path}Z`} />
                <path className="way" d={`M${x(from[0])} ${y(from[1])}L${x(to[0])} ${y(to[1])}`} />
                <circle className="there" cx={x(to[0])} cy={y(to[1])} r="4" />
              </svg>
            );
          })}
      </div>
    </section>
  );
}

function moved([across, up]: Point, [right, high]: Point): Point {
  const within = (value: number) => Math.min(100, Math.max(0, value));
  return [within(across + right), within(up + high)];
}

function ends(from: number, to: number): string {
  return Math.round(from) === Math.round(to)
    ? `stays at ${Math.round(from)}`
    : `${Math.round(from)}, then ${Math.round(to)}`;
}
