/** Too few for a rate: one mark a case, filled as far as they are there. */

/** More would be a bar. */
const MOST = 30;
const STEP = 8;

export function Pips({ n, of, words }: { n: number; of: number; words: string }) {
  if (of > MOST) return <span className="num">{words}</span>;
  return (
    <svg className="pips" width={of * STEP} height="12" role="img" aria-label={words}>
      {Array.from({ length: of }, (_, at) => at * STEP).map((x) => (
        <rect key={x} className={x < n * STEP ? 'pip on' : 'pip'} x={x + 0.5} y="1.5" width="4" height="8" rx="1" />
      ))}
    </svg>
  );
}
