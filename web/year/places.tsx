/** Both lenses over the year: a point for each kept reading, its interval as a stem, and the same as a table. */
import type { Year } from '../api/year.ts';
import { dayWords } from '../frame/words.ts';

const LENSES = ['product', 'customer'] as const;
const HEIGHT = 116;
const EDGE = 7;
/** Half the way between both lenses of one day, so that neither hides the other. */
const ASIDE = 4;

export function Places({ year: { places, says } }: { year: Year }) {
  return (
    <>
      {places.length > 1 && <Course places={places} />}
      {places.length > 0 && (
        <table className="year-table">
          <thead>
            <tr>
              <th scope="col">Reading of</th>
              <th scope="col" className="who-p">
                Product
              </th>
              <th scope="col" className="who-c">
                Customer
              </th>
              <th scope="col">Place</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ at }, row) => (
              <tr key={at}>
                <th scope="row">{dayWords(at)}</th>
                <td>{says.rows.places[row]?.product}</td>
                <td>{says.rows.places[row]?.customer}</td>
                <td>{says.rows.places[row]?.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Course({ places }: Pick<Year, 'places'>) {
  const times = places.map(({ at }) => Date.parse(at));
  const [from = 0, to = 1] = [times[0], times.at(-1)];
  const x = (at: string) => `${3 + (94 * (Date.parse(at) - from)) / (to - from)}%`;
  const y = (score: number) => EDGE + ((100 - score) / 100) * (HEIGHT - 2 * EDGE);
  return (
    <svg className="year-course" width="100%" height={HEIGHT} aria-hidden="true">
      {[0, 50, 100].map((score) => (
        <line key={score} className={score === 50 ? 'norm' : 'edge'} x1="0" x2="100%" y1={y(score)} y2={y(score)} />
      ))}
      {LENSES.map((lens, side) =>
        places.map(({ at, [lens]: found }) =>
          found === null ? null : (
            <g key={`${lens} ${at}`} className={lens} transform={`translate(${side === 0 ? -ASIDE : ASIDE})`}>
              {found.interval && (
                <line x1={x(at)} x2={x(at)} y1={y(found.interval.low)} y2={y(found.interval.high ?? 100)} />
              )}
              {lens === 'product' ? (
                <svg x={x(at)} y={y(found.score)} aria-hidden="true">
                  <rect x="-4" y="-4" width="8" height="8" />
                </svg>
              ) : (
                <circle cx={x(at)} cy={y(found.score)} r="4.5" />
              )}
            </g>
          ),
        ),
      )}
    </svg>
  );
}
