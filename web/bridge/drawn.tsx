/** The Bridge as a drawing: each open step is a dashed plank as wide as its people; what was done is solid, or lies in the water. */
import type { Action } from '../api/bridge.ts';

interface DrawnProps {
  /** This week's and this quarter's, in the order of the lists. */
  readonly open: readonly Action[];
  readonly done: readonly Action[];
  readonly tried: ReadonlySet<string>;
}

/** Two drawings, so that text keeps its size on a telephone. */
const SIZES = [
  { width: 940, bank: 120, fit: 'wide' },
  { width: 320, bank: 40, fit: 'slim' },
] as const;
const DECK = 58;
const THICK = 16;
const HEIGHT = 132;
const GAP = 3;
/** A plank for one person can still be seen. */
const THINNEST = 10;

interface Plank {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly action: Action;
}

export function DrawnBridge({ open, done, tried }: DrawnProps) {
  const held = done.filter(({ says }) => says.verdict === 'Moved');
  const fallen = done.filter(({ says }) => says.verdict === 'Not moved' || says.verdict === 'Worse');
  if (open.length === 0 && held.length === 0) return null;
  return (
    <figure className="bridge-drawn">
      {SIZES.map((size) => (
        <OneSize key={size.fit} {...size} held={held} fallen={fallen} open={open} tried={tried} />
      ))}
      <figcaption className="fine">
        A dashed plank is a step that nobody took yet, as wide as the people it is for; somebody may wait for several.
        {held.length > 0 && ' A solid one was done, and it moved.'}
        {fallen.length > 0 && ' What did not hold lies where it fell.'}
      </figcaption>
    </figure>
  );
}

interface OneSizeProps extends DrawnProps {
  readonly width: number;
  readonly bank: number;
  readonly fit: 'wide' | 'slim';
  readonly held: readonly Action[];
  readonly fallen: readonly Action[];
}

function OneSize({ width, bank, fit, held, fallen, open, tried }: Omit<OneSizeProps, 'done'>) {
  const planks = laid([...held, ...open], bank, width - bank);
  const words = open.map(({ title, people }, at) => `${at + 1} ${title}, ${people ?? 0} people`).join('; ');
  return (
    <svg
      className={`bridge-${fit}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role={fit === 'wide' ? 'img' : undefined}
      aria-label={fit === 'wide' ? `Steps as planks: ${words}` : undefined}
      aria-hidden={fit === 'wide' ? undefined : true}
    >
      <path className="bank-c" d={`M0 ${DECK}H${bank}q6 40 -12 ${HEIGHT - DECK}H0Z`} />
      <path className="bank-p" d={`M${width} ${DECK}H${width - bank}q-6 40 12 ${HEIGHT - DECK}H${width}Z`} />
      {[0, 1].map((row) => (
        <path key={row} className="water" d={wave(bank + 4 - row * 6, width - bank - 4 + row * 6, 102 + row * 15)} />
      ))}
      {fit === 'wide' && (
        <>
          <text x="14" y={DECK + 26}>
            Those who wait
          </text>
          <text x={width - 14} y={DECK + 26} textAnchor="end">
            What you make
          </text>
        </>
      )}
      {planks.map(({ id, x, width: wide, action }, at) => (
        <g key={id}>
          <rect
            className={at < held.length ? 'laid held' : tried.has(id) ? 'laid tried' : 'laid'}
            x={x}
            y={DECK - THICK}
            width={wide}
            height={THICK}
            rx="2"
          />
          {at >= held.length && (
            <text className="head" x={x + wide / 2} y={DECK - THICK - 22} textAnchor="middle">
              {at - held.length + 1}
            </text>
          )}
          {at >= held.length && (
            <text x={x + wide / 2} y={DECK - THICK - 7} textAnchor="middle">
              {action.people ?? ''}
            </text>
          )}
        </g>
      ))}
      {fallen.slice(0, 3).map(({ id }, at) => (
        <rect
          key={id}
          className="fallen"
          x={bank + 30 + (at * (width - 2 * bank)) / 3}
          y={100}
          width={Math.min(60, width / 8)}
          height="12"
          rx="2"
          transform={`rotate(${at % 2 === 0 ? -12 : 14} ${bank + 60 + (at * (width - 2 * bank)) / 3} 106)`}
        />
      ))}
    </svg>
  );
}

/** Side by side over the water, their widths by people. */
function laid(actions: readonly Action[], from: number, to: number): readonly Plank[] {
  const peopleOf = ({ people }: Action) => Math.max(1, people ?? 1);
  const all = actions.reduce((sum, action) => sum + peopleOf(action), 0);
  const room = to - from - GAP * (actions.length + 1) - THINNEST * actions.length;
  let x = from + GAP;
  return actions.map((action) => {
    const width = THINNEST + (room * peopleOf(action)) / all;
    const plank = { id: action.id, x, width, action };
    x += width + GAP;
    return plank;
  });
}

function wave(from: number, to: number, y: number): string {
  const times = Math.floor((to - from) / 24);
  return `M${from} ${y}${'q6 -4 12 0t12 0'.repeat(times)}`;
}
