/** One scale with a lane for each group: leaders a triangle, staff a square, customers a circle; the band is the interval. */
import type { Between, Group, Scale } from '#core/mirror.ts';

const CLASSES: Readonly<Record<Group, string>> = { leaders: 'l', team: 'l', staff: 's', customers: 'c' };

/** A figure as it is drawn. */
export type Drawn =
  | Exclude<Scale, { readonly state: 'shown' }>
  | Omit<Extract<Scale, { readonly state: 'shown' }>, 'variance'>;

export interface Lane {
  readonly group: Group;
  readonly figure: Drawn;
}

interface LanesProps {
  readonly lanes: readonly Lane[];
  readonly most: number;
  readonly ends: readonly [string, string];
  /** What was measured on the same scale; drawn as a line. */
  readonly measured?: number | null;
}

const HEIGHT = 20;

export function Lanes({ lanes, most, ends, measured = null }: LanesProps) {
  const shown = lanes.filter(({ figure }) => figure.state !== 'too-few');
  if (shown.length === 0) return <p className="small dim">Too few answered this.</p>;
  const height = shown.length * HEIGHT;
  const x = (value: number) => `${3 + (94 * value) / most}%`;
  return (
    <div className="mstrip">
      <svg width="100%" height={height} role="img" aria-label={shown.map(laneWords).join('; ')}>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <line key={part} className="mgrid" x1={x(part * most)} x2={x(part * most)} y1="0" y2={height} />
        ))}
        {measured !== null && <line className="mmeasured" x1={x(measured)} x2={x(measured)} y1="0" y2={height} />}
        {shown.map(({ group, figure }, at) => {
          const { low, high } = rangeOf(figure);
          const y = at * HEIGHT + HEIGHT / 2;
          return (
            <g key={group}>
              <line
                className={`miv ln-${CLASSES[group]}${figure.state === 'alike' ? ' alike' : ''}`}
                x1={x(low)}
                x2={x(high)}
                y1={y}
                y2={y}
              />
              {figure.state === 'alike' && (
                <svg x={x(low)} y={y} overflow="visible" aria-hidden="true">
                  <g className="mk-before" transform="translate(-11 0)">
                    <Mark group={group} />
                  </g>
                </svg>
              )}
              {figure.state === 'shown' && (
                <svg x={x(figure.mean)} y={y} overflow="visible">
                  <title>{laneWords({ group, figure })}</title>
                  <Mark group={group} />
                </svg>
              )}
            </g>
          );
        })}
      </svg>
      <p className="mends">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      <ul className="mvalues">
        {shown.map((lane) => (
          <li key={lane.group}>{laneWords(lane)}</li>
        ))}
      </ul>
    </div>
  );
}

export function Mark({ group }: { group: Group }) {
  const shape = CLASSES[group];
  if (shape === 'l') return <path className="mk-l" d="M0-5.8 5.6 4.6H-5.6Z" />;
  if (shape === 's') return <rect className="mk-s" x="-5" y="-5" width="10" height="10" />;
  return <circle className="mk-c" r="5.6" />;
}

function rangeOf(figure: Drawn): Between {
  if (figure.state === 'shown') return figure.interval;
  return figure.state === 'alike' ? figure.between : { low: 0, high: 0 };
}

function laneWords({ group, figure }: Lane): string {
  if (figure.state === 'too-few') return `${group}: too few`;
  if (figure.state === 'alike') return `${group}: between ${figure.between.low} and ${figure.between.high} (a band)`;
  return `${group} ${figure.mean} (${figure.interval.low}–${figure.interval.high})`;
}
