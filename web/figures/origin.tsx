/** Where changes began: at least is solid, at most ends dashed, the untraced part between is stippled. */
import type { View } from '#report/view.ts';

type Rows = NonNullable<View['origin']['rows']>;

const FILLS = { outside: 'var(--customer-2)', own: 'var(--product-2)', idea: 'var(--edge)' } as const;
/** Words only where they fit into their part. */
const FITS = 0.3;

export function OriginWhole({ rows, alt }: { rows: Rows; alt: string }) {
  const starts = rows.map((_, at) => rows.slice(0, at).reduce((sum, { atLeast }) => sum + atLeast, 0));
  const traced = rows.reduce((sum, { atLeast }) => sum + atLeast, 0);
  const rest = Math.max(0, 1 - traced);
  return (
    <svg height="24" role="img" aria-label={alt}>
      {rows.map(({ key, atLeast }, at) => (
        <rect key={key} x={percent(starts[at] ?? 0)} width={percent(atLeast)} y="1" height="22" fill={FILLS[key]} />
      ))}
      <rect x={percent(traced)} width={percent(rest)} y="1" height="22" fill="url(#fog)" />
      <line className="est" x1={percent(traced)} x2={percent(traced)} y1="0" y2="24" />
      {rest >= FITS && (
        <text className="fogt" x={percent(traced + rest / 2)} y="16.5" textAnchor="middle">
          untraced {Math.round(rest * 100)} %
        </text>
      )}
    </svg>
  );
}

export function OriginBounds({ row: { key, atLeast, atMost, words } }: { row: Rows[number] }) {
  return (
    <svg height="24" role="img" aria-label={words}>
      <line className="base" x1="0" x2="100%" y1="12" y2="12" />
      <rect width={percent(atLeast)} y="5" height="14" fill={FILLS[key]} />
      <rect x={percent(atLeast)} width={percent(atMost - atLeast)} y="5" height="14" fill="url(#fog)" />
      <line className="least" x1={percent(atLeast)} x2={percent(atLeast)} y1="2" y2="22" />
      <line className="most" x1={percent(atMost)} x2={percent(atMost)} y1="4" y2="20" />
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(Math.max(0, share) * 1000) / 10}%`;
}
