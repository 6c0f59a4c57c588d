/** One row of the year: a square on the line for a week in which it happened, its depth hanging below. */
import type { View } from '#report/view.ts';

type Row = View['focus']['rows'][number];

const HUES = { product: 'mk', claim: 'tl', customer: 'sv' } as const;
const LINE = 22;
const DEEP = 34;
/** Shallower than this is no bar but a smudge. */
const SEEN = 0.4;

export function Weeks({ row }: { row: Row }) {
  const step = 100 / Math.max(1, row.cells.length);
  const at = (column: number, share: number) => `${((column + share) * step).toFixed(2)}%`;
  const wide = `${(step * 0.72).toFixed(2)}%`;
  return (
    <svg className={`wk ${HUES[row.hue]}`} role="img" aria-label={row.alt}>
      <line className="ln" x1="0" x2="100%" y1={LINE} y2={LINE} />
      {row.cells.map((cell, column) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a column is its place.
        if (cell === null)
          return <rect key={column} className="uk" x={at(column, 0.14)} width={wide} y="13" height="9" />;
        if (!cell.happened)
          return <line key={column} className="tk" x1={at(column, 0.5)} x2={at(column, 0.5)} y1="15" y2={LINE} />;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a column is its place.
        const hangs = cell.hangs * DEEP;
        return (
          <g key={cell.to}>
            <rect className="on" x={at(column, 0.14)} width={wide} y="13" height="9" />
            {hangs > SEEN && (
              <rect className="dp" x={at(column, 0.14)} width={wide} y={LINE} height={hangs.toFixed(1)} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

export function Months({ focus }: { focus: View['focus'] }) {
  const columns = Math.max(1, ...focus.rows.map(({ cells }) => cells.length));
  return (
    <svg className="months" aria-hidden="true">
      {focus.months.map(({ words, column }, order) => (
        <text
          key={words}
          x={`${((column / columns) * 100).toFixed(1)}%`}
          y="13"
          className={order % 2 === 0 ? '' : 'opt'}
        >
          {words}
        </text>
      ))}
    </svg>
  );
}
