/** One map for all: the region of each product's draws, told apart by letter and line, not by colour alone; the dark part holds half of them. */
import { scaleLinear } from '@visx/scale';
import { LEFT, SIZES, TOP, UNDER } from '../figures/map-frame.ts';
import { PLACE_NAMES } from '../figures/place-names.ts';
import type { Compared, Region, Spot } from './compare-page.tsx';

const DASHES = ['', '7 4', '2 4', '10 3 2 3', '1 3', '14 4', '5 2', '8 6'];
const LETTERS = 'ABCDEFGH';

const CORNERS = [
  { name: PLACE_NAMES.customer, across: 2, up: 94, end: false },
  { name: PLACE_NAMES.both, across: 98, up: 94, end: true },
  { name: PLACE_NAMES.neither, across: 2, up: 4, end: false },
  { name: PLACE_NAMES.product, across: 98, up: 4, end: true },
] as const;

export function ComparedMap({ compared }: { compared: Compared }) {
  const drawn = compared.comparison.products.map((product, place) => ({
    ...{ product, letter: LETTERS[place] ?? '', dash: DASHES[place] ?? '' },
    region: compared.regions[product.id],
  }));
  const placed = drawn.flatMap((one) => (one.region === undefined ? [] : [{ ...one, region: one.region }]));
  return (
    <section aria-labelledby="compared-map">
      <h2 id="compared-map">On one map</h2>
      {placed.length > 0 &&
        SIZES.map(({ side, fit }) => {
          const x = scaleLinear<number>({ domain: [0, 100], range: [LEFT, LEFT + side] });
          const y = scaleLinear<number>({ domain: [100, 0], range: [TOP, TOP + side] });
          return (
            <svg
              key={fit}
              className={`map ${fit}`}
              viewBox={`0 0 ${side + LEFT + 8} ${side + TOP + UNDER}`}
              role="img"
              aria-label={`Where each may stand: ${placed.map(({ product, region }) => wordsOf(product.name, region)).join('; ')}.`}
            >
              <path className="half" d={`M${x(50)} ${TOP}v${side}M${LEFT} ${y(50)}h${side}`} />
              <rect className="frame" x={LEFT} y={TOP} width={side} height={side} />
              {CORNERS.map(({ name, across, up, end }) => (
                <text key={name} className="tick" x={x(across)} y={y(up)} textAnchor={end ? 'end' : 'start'}>
                  {name}
                </text>
              ))}
              {placed.map(({ product, letter, dash, region }) => {
                const path = (outline: readonly Spot[]) =>
                  `M${outline.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')}Z`;
                const [across, up] = region.middle;
                return (
                  <g key={product.id}>
                    <path className="held" d={path(region.ninety)} strokeDasharray={dash} />
                    <path className="held half-of" d={path(region.fifty)} />
                    <text className="letter halo" x={x(across)} y={y(up) + 6} textAnchor="middle">
                      {letter}
                    </text>
                  </g>
                );
              })}
              <text className="tick" x={LEFT + side / 2} y={TOP + side + 34} textAnchor="middle">
                Product lens, 0 to 100
              </text>
              <text className="tick" transform={`translate(16 ${TOP + side / 2}) rotate(-90)`} textAnchor="middle">
                Customer lens, 0 to 100
              </text>
            </svg>
          );
        })}
      <ul className="rows">
        {drawn.map(({ product, letter, region }) => (
          <li key={product.id}>
            <span>
              <b>
                {letter} {product.name}
              </b>{' '}
              <span className="small dim">
                {region ? '' : 'Not on the map: one of its lenses has no score. '}
                {product.verdict}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(name: string, { ninety }: Region): string {
  const ends = (at: 0 | 1) => [
    Math.min(...ninety.map((spot) => spot[at])),
    Math.max(...ninety.map((spot) => spot[at])),
  ];
  const [left, right] = ends(0).map(Math.round);
  const [low, high] = ends(1).map(Math.round);
  return `${name}: product ${left} to ${right}, customer ${low} to ${high}`;
}
