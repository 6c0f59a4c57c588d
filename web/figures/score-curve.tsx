/** From a value to its score: the curve that an audit states, its control points, where this product stands, and how sure. */
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { CurveView } from '#report/view/curve.ts';
import type { Hue } from './caliper.tsx';

const WIDTH = 340;
const HEIGHT = 168;
const LEFT = 30;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 30;
const SCORES = [0, 50, 90];

export function ScoreCurve({ drawn, hue }: { drawn: CurveView; hue: Hue }) {
  const { least, most, course, controls, here, sure, sentence } = drawn;
  const x = scaleLinear<number>({ domain: [least.value, most.value], range: [LEFT, WIDTH - RIGHT] });
  const y = scaleLinear<number>({ domain: [0, 100], range: [HEIGHT - BOTTOM, TOP] });
  return (
    <figure className={`curve ${hue}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence}>
        {sure && (
          <rect
            className="sure"
            x={x(sure.low)}
            width={Math.max(1, x(sure.high) - x(sure.low))}
            y={TOP}
            height={y(0) - TOP}
          />
        )}
        {SCORES.map((mark) => (
          <g key={mark}>
            <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(mark)} y2={y(mark)} />
            <text className="axis" x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        <LinePath data={[...course]} x={([at]) => x(at)} y={([, score]) => y(score)} className="course" />
        {controls.map(([at, score]) => (
          <circle key={at} className="control" cx={x(at)} cy={y(score)} r="3.5" />
        ))}
        {here && (
          <g>
            <line className="here" x1={x(here.value)} x2={x(here.value)} y1={TOP} y2={y(0)} />
            <circle className="now" cx={x(here.value)} cy={y(here.score)} r="4.5" />
          </g>
        )}
        <text className="axis" x={LEFT} y={HEIGHT - 10}>
          {least.words}
        </text>
        <text className="axis" x={WIDTH - RIGHT} y={HEIGHT - 10} textAnchor="end">
          {most.words}
        </text>
      </svg>
      <figcaption className="small dim">{sentence}</figcaption>
    </figure>
  );
}
