/** Of the need in which most people wait: what they ask for, in their words, as rays that meet in it; the last ray is all else. */
import { useQuery } from '@tanstack/react-query';
import { type Need, needQuery } from '../api/needs.ts';
import { Said } from '../frame/said.tsx';
import { counted } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';

const SHOWN = 5;
/** Fewer rays do not meet. */
const FEWEST = 2;
/** Of one row, in the units of the drawing; the lens stands at a third, where rays turn to the need. */
const ROW = 34;
const WIDTH = 300;
const LENS = 110;
const BOW = 20;
/** A ray of one piece, and the widest. */
const THIN = 2;
const WIDE = 18;

export function Rays({ product, need }: { product: string; need: Need }) {
  const { data } = useQuery(needQuery(product, need.id));
  const asks = (data?.asks ?? []).filter(({ evidence }) => evidence !== need.statement?.evidence).slice(0, SHOWN);
  // Its room is kept while it comes, so that nothing below jumps.
  if (!data) return <div className="rays mt-6" />;
  if (asks.length < FEWEST) return null;
  const others = need.pieces - asks.length;
  const rows = asks.length + (others > 0 ? 1 : 0);
  return (
    <figure className="rays mt-6" aria-label="What they ask for, and what they need">
      <ul className="rays-asked">
        {asks.map(({ evidence, text }) => (
          <li key={evidence}>
            <Said words={text} />
          </li>
        ))}
        {others > 0 && <li className="small dim">and {counted(others, 'other piece')}</li>}
      </ul>
      <Lens rows={rows} last={others > 0 ? Math.min(WIDE, THIN * Math.sqrt(others)) : THIN} />
      <div className="rays-need">
        <h2>
          <Closer near={`need:${need.id}`}>{need.name}</Closer>
        </h2>
        {need.statement && <Said words={need.statement.text} large />}
        <p className="small dim">{peopleOf(need)}</p>
      </div>
    </figure>
  );
}

function Lens({ rows, last }: { rows: number; last: number }) {
  const height = rows * ROW;
  const middle = height / 2;
  return (
    <svg className="rays-lens" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => {
        const y = ROW * (row + 0.5);
        const turn = middle + (y - middle) * 0.82;
        return (
          <path
            key={y}
            d={`M0 ${y}L${LENS} ${turn}L${WIDTH - 12} ${middle}`}
            strokeWidth={row === rows - 1 ? last : THIN}
          />
        );
      })}
      <path
        className="glass"
        d={`M${LENS} 2Q${LENS + BOW * 2} ${middle} ${LENS} ${height - 2}Q${LENS - BOW * 2} ${middle} ${LENS} 2Z`}
      />
      <circle className="met" cx={WIDTH - 10} cy={middle} r="6" />
    </svg>
  );
}

function peopleOf({ people, waiting }: Need): string {
  const all = counted(people, 'person', 'people');
  return waiting === 0 ? all : `${all}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an answer, the most of all`;
}

/** Where most people wait; where nobody does, what most people need. */
export function loudest(needs: readonly Need[]): Need | undefined {
  return needs.toSorted((one, other) => other.waiting - one.waiting || other.people - one.people)[0];
}
