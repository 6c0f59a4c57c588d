/** How far groups lay apart, question by question, a column for each round. */
import type { Year } from '../api/year.ts';
import { dayWords } from '../frame/words.ts';

export function Gaps({ year: { gaps, rounds, says } }: { year: Year }) {
  if (rounds.length === 0) return null;
  return (
    <div className="year-scroll">
      <table className="year-table">
        <thead>
          <tr>
            <th scope="col">Leaders less staff</th>
            {rounds.map(({ id, name, closedAt }) => (
              <th key={id} scope="col" className="wrap-anywhere">
                {name} <span className="block micro dim">{dayWords(closedAt)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ question, rounds: all }, row) => (
            <tr key={question}>
              <th scope="row">{says.rows.gaps[row]?.name}</th>
              {all.map((gap, at) => (
                <td key={rounds[at]?.id} className={gap.state === 'gap' ? (gap.sure ? 'sure' : undefined) : 'dim'}>
                  {says.rows.gaps[row]?.rounds[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
