/** The loop as a ring: asked, shipped, told, helped, with the people who were lost on the way. */
import type { View } from '#report/view.ts';
import { band, lostDots, type Ring, stretch } from './ring.ts';

type Round = NonNullable<View['loop']['round']>;

const SIZES = [
  { fit: 'wide', width: 640, height: 470, ring: { x: 320, y: 236, radius: 150, widest: 40 } },
  { fit: 'slim', width: 328, height: 372, ring: { x: 150, y: 190, radius: 92, widest: 24 } },
] as const;
/** Who acts next: customers wait, makers tell, both are helped. */
const HUES = ['var(--customer-2)', 'var(--product-2)', 'var(--bridge-2)'];

/** One drawing for a page and one for a telephone, so that text keeps its size. */
export function Loop({ round }: { round: Round }) {
  return SIZES.map(({ fit, width, height, ring }) => (
    <svg key={fit} className={`loop ${fit}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={round.alt}>
      <g transform={`translate(${ring.x} ${ring.y})`}>
        <path className="hair" d={stretch(ring, 0, 180)} />
        <path className="hair told" d={stretch(ring, 180, 270)} />
        <path className="back" d={stretch(ring, 270, 360)} />
      </g>
      <Quarters round={round} ring={ring} />
      <Stops round={round} ring={ring} />
      {fit === 'wide' && <Middle round={round} ring={ring} />}
      <Corners round={round} width={width} height={height} explained={fit === 'wide'} />
    </svg>
  ));
}

function Quarters({ round, ring }: { round: Round; ring: Ring }) {
  const asked = round.stops[0]?.count ?? 1;
  return round.losses.map(({ people }, at) => {
    const [from = 0, to = 0] = [at, at + 1].map((stop) => (round.stops[stop]?.count ?? 0) / asked);
    const dots = lostDots(ring, at, Math.round(people / round.perDot), ring.widest * from + 12);
    const stop = round.stops[at]?.name;
    return (
      <g key={stop}>
        <path d={band(ring, at, from, to) ?? ''} fill={HUES[at]} />
        <g className="lk">
          {dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r="2.2" />
          ))}
        </g>
      </g>
    );
  });
}

function Stops({ round, ring: { x, y, radius } }: { round: Round; ring: Ring }) {
  const places = [
    { cx: x, cy: y - radius, left: x, top: y - radius + 32, anchor: 'middle' },
    { cx: x + radius, cy: y, left: x + radius - 14, top: y - 2, anchor: 'end' },
    { cx: x, cy: y + radius, left: x, top: y + radius - 28, anchor: 'middle' },
    { cx: x - radius, cy: y, left: x - radius + 14, top: y - 2, anchor: 'start' },
  ] as const;
  return round.stops.map(({ name, words }, at) => {
    const place = places[at] ?? places[0];
    return (
      <g key={name} textAnchor={place.anchor}>
        <circle className="post" cx={place.cx} cy={place.cy} r="4.5" />
        <text className="n" x={place.left} y={place.top}>
          {words}
        </text>
        <text className="l" x={place.left} y={place.top + 17}>
          {name}
        </text>
      </g>
    );
  });
}

function Middle({ round, ring: { x, y } }: { round: Round; ring: Ring }) {
  const [way = '', share = ''] = round.wholeWay.split(' came all the way round: ');
  return (
    <g textAnchor="middle">
      <text className="c" x={x} y={y - 6}>
        {way}
      </text>
      <text x={x} y={y + 12}>
        came all the way
      </text>
      <text x={x} y={y + 29}>
        round: {share}
      </text>
    </g>
  );
}

interface CornersProps {
  readonly round: Round;
  readonly width: number;
  readonly height: number;
  readonly explained: boolean;
}

/** The losses stand in the corner of their quarter. */
function Corners({ round, width, height, explained }: CornersProps) {
  const places = [
    { x: width, y: 20, anchor: 'end' },
    { x: width, y: height - 28, anchor: 'end' },
    { x: 0, y: height - 28, anchor: 'start' },
  ] as const;
  return round.losses.map(({ words, under }, at) => {
    const { x, y, anchor } = places[at] ?? places[0];
    if (words === null) return null;
    return (
      <g key={words} textAnchor={anchor}>
        <text className="ll" x={x} y={y}>
          {words}
        </text>
        {explained && (
          <text x={x} y={y + 18}>
            {under}
          </text>
        )}
      </g>
    );
  });
}
