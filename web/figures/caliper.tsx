/** The caliper: a band for the interval, one sharp line for the estimate; percentages, so that it fits any column. */

interface Range {
  readonly low: number;
  readonly high: number | null;
}

export type Hue = 'product' | 'customer' | 'claim' | 'neutral';
const CLASSES = { product: 'hp', customer: 'hc', claim: 'hk', neutral: 'hn' } as const;

interface CaliperProps {
  readonly hue: Hue;
  /** 0 to 100. */
  readonly score: number;
  readonly interval: Range | null;
  readonly name: string;
}

export function Caliper({ hue, score, interval, name }: CaliperProps) {
  const low = interval?.low ?? score;
  const high = interval === null ? score : interval.high;
  return (
    <svg className={`cal ${CLASSES[hue]}`} role="img" aria-label={name}>
      <line className="track" x1="0" x2="100%" y1="9" y2="9" />
      <line className="mid" x1="50%" x2="50%" y1="3" y2="15" />
      <rect className="band" x={percent(low)} width={percent(within(high ?? 100) - within(low))} y="5" height="8" />
      {interval && low >= 0 && <Cap at={low} />}
      {interval && high !== null && high <= 100 && <Cap at={high} />}
      <line className="est" x1={percent(score)} x2={percent(score)} y1="1" y2="17" />
    </svg>
  );
}

function Cap({ at }: { at: number }) {
  return <line className="cap" x1={percent(at)} x2={percent(at)} y1="4" y2="14" />;
}

/** A lens without a score: hatched between square brackets, from worst to best, no estimate line. */
export function Band({
  hue,
  worst,
  best,
  name,
}: {
  hue: 'product' | 'customer';
  worst: number;
  best: number;
  name: string;
}) {
  return (
    <svg className={`cal ${CLASSES[hue]}`} role="img" aria-label={name}>
      <line className="track" x1="0" x2="100%" y1="9" y2="9" />
      <line className="mid" x1="50%" x2="50%" y1="3" y2="15" />
      <rect className="open" x={percent(worst)} width={percent(best - worst)} y="4" height="10" />
      <Bracket at={worst} way={1} />
      <Bracket at={best} way={-1} />
    </svg>
  );
}

function Bracket({ at, way }: { at: number; way: 1 | -1 }) {
  return (
    <svg x={percent(at)} y="0" width="8" height="18" overflow="visible" aria-hidden="true">
      <path className="br" d={`M${5 * way} 1H0V17H${5 * way}`} />
    </svg>
  );
}

/** What lies beyond the track runs to its end, and has no cap there. */
function within(value: number): number {
  return Math.max(0, Math.min(100, value));
}

function percent(value: number): string {
  return `${Math.round(within(value) * 10) / 10}%`;
}
