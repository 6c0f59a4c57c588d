/** A year of a figure, thirteen points four weeks apart; a gap where there was not enough. A table stands behind it. */
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { View } from '#report/view.ts';

type Series = View['audits'][number]['series'];

const WIDTH = 300;
const HEIGHT = 44;
const MARGIN = 5;

export function Spark({ series }: { series: Series }) {
  const known = series.flatMap(({ value }) => value ?? []);
  // One point is no course.
  if (known.length < 2) return null;
  const x = scaleLinear<number>({ domain: [0, series.length - 1], range: [MARGIN, WIDTH - MARGIN] });
  const y = scaleLinear<number>({ domain: [0, Math.max(...known) || 1], range: [HEIGHT - MARGIN, MARGIN] });
  const last = series.findLastIndex(({ value }) => value !== null);
  const first = series.findIndex(({ value }) => value !== null);
  const ends = [series[first], series[last]];
  return (
    <figure className="spark">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`From ${ends[0]?.words} on ${ends[0]?.at} to ${ends[1]?.words} on ${ends[1]?.at}`}
      >
        <line className="base" x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
        <LinePath
          data={[...series]}
          x={(_, at) => x(at)}
          y={({ value }) => y(value ?? 0)}
          defined={({ value }) => value !== null}
          className="course"
        />
        {series.map(({ at, value }, place) =>
          value === null ? null : (
            <circle key={at} className={place === last ? 'now' : 'then'} cx={x(place)} cy={y(value)} r="2.5" />
          ),
        )}
      </svg>
      <details className="table">
        <summary>The year as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">until</th>
              <th scope="col">figure</th>
              <th scope="col">cases</th>
            </tr>
          </thead>
          <tbody>
            {series.map(({ at, words, n }) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                <td>{words}</td>
                <td>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
