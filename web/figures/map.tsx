/** The map: a region of draws over four places, a bracketed strip where only ends are known. */
import { scaleLinear } from '@visx/scale';
import type { Guess } from '#core/guess.ts';
import type { View } from '#report/view.ts';
import { MapAxes } from './map-axes.tsx';
import { LEFT, type Scales, SIZES, TOP, UNDER } from './map-frame.ts';

type MapView = View['map'];

const PANES = [
  { place: 'customer', left: 0, top: 100, fill: 'var(--customer-3)', right: false, low: false },
  { place: 'both', left: 50, top: 100, fill: 'var(--bridge-3)', right: true, low: false },
  { place: 'neither', left: 0, top: 50, fill: 'var(--well)', right: false, low: true },
  { place: 'product', left: 50, top: 50, fill: 'var(--product-3)', right: true, low: true },
] as const;

export function PlaceMap({ map, guess }: { map: MapView; guess: Guess | null }) {
  return SIZES.map(({ side, fit }) => {
    const x = scaleLinear<number>({ domain: [0, 100], range: [LEFT, LEFT + side] });
    const y = scaleLinear<number>({ domain: [100, 0], range: [TOP, TOP + side] });
    const scales = { x, y, side };
    return (
      <svg
        key={fit}
        className={`map ${fit}${map.unknown ? ' faded' : ''}`}
        viewBox={`0 0 ${side + LEFT + 8} ${side + TOP + UNDER}`}
        role="img"
        aria-label={map.alt}
      >
        {PANES.map(({ place, left, top, fill }) => (
          <rect key={place} className="pane" x={x(left)} y={y(top)} width={side / 2} height={side / 2} fill={fill} />
        ))}
        <path className="half" d={`M${x(50)} ${TOP}v${side}M${LEFT} ${y(50)}h${side}`} />
        <rect className="frame" x={LEFT} y={TOP} width={side} height={side} />
        {map.region && <Region region={map.region} scales={scales} />}
        {map.strip && <Strip strip={map.strip} scales={scales} />}
        {PANES.map(({ place, right, low }) => (
          <Corner
            key={place}
            view={map.places.find((one) => one.place === place)}
            guessed={guess === place}
            x={right ? LEFT + side - 10 : LEFT + 10}
            y={low ? TOP + side - 52 : TOP + 10}
            right={right}
          />
        ))}
        <MapAxes axes={map.axes} scales={scales} />
      </svg>
    );
  });
}

function Region({ region, scales: { x, y } }: { region: NonNullable<MapView['region']>; scales: Scales }) {
  const path = (outline: readonly (readonly [number, number])[]) =>
    `M${outline.map(([across, up]) => `${x(across).toFixed(1)} ${y(up).toFixed(1)}`).join('L')}Z`;
  const [across, up] = region.middle;
  return (
    <g className="pull">
      <path className="r90" d={path(region.ninety)} />
      <path className="r50" d={path(region.fifty)} />
      <circle className="here" cx={x(across)} cy={y(up)} r="4" />
    </g>
  );
}

/** Sharp brackets at the ends, hatched between, no estimate. */
function Strip({ strip, scales: { x, y } }: { strip: NonNullable<MapView['strip']>; scales: Scales }) {
  const [left, right] = strip.across.map(x) as [number, number];
  const [bottom, top] = strip.up.map(y) as [number, number];
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const ends =
    box.height > box.width
      ? `M${left} ${top + 7}V${top}H${right}V${top + 7}M${left} ${bottom - 7}V${bottom}H${right}V${bottom - 7}`
      : `M${left + 7} ${top}H${left}V${bottom}H${left + 7}M${right - 7} ${top}H${right}V${bottom}H${right - 7}`;
  return (
    <g>
      <rect className="r90" {...box} />
      <rect {...box} fill="url(#hatch)" />
      <path className="edge" d={ends} />
    </g>
  );
}

interface CornerProps {
  readonly view: MapView['places'][number] | undefined;
  readonly guessed: boolean;
  readonly x: number;
  readonly y: number;
  readonly right: boolean;
}

/** A place's name, bold where it is possible; a ring beside it is the guess, which has no coordinates. */
function Corner({ view, guessed, x, y, right }: CornerProps) {
  if (view === undefined) return null;
  return (
    <g className={view.possible ? 'on' : 'off'} textAnchor={right ? 'end' : 'start'}>
      <use href={`#pl-${view.place}`} x={right ? x - 30 : x} y={y} width="30" height="12" />
      {guessed && <circle className="gd" cx={right ? x - 40 : x + 40} cy={y + 6} r="5" />}
      <text className="pname halo" x={x} y={y + 28}>
        {view.name}
      </text>
      {view.draws && (
        <text className="tick halo" x={x} y={y + 43}>
          {view.draws}
        </text>
      )}
    </g>
  );
}
