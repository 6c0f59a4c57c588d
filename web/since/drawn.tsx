/** A line of the month as a drawing: the lenses then and now, whom each release answered, who waits and who was heard. */
import type { MonthFigures } from '../api/tell.ts';
import { counted } from '../frame/words.ts';

/** More people are told in words alone. */
const MOST_DOTS = 120;
const DOT = 9;
/** So many dots in a row, so that a telephone shows them too. */
const ACROSS = 24;
const NAMES = { product: 'Product', customer: 'Customer' } as const;
const HUES = { product: 'hp', customer: 'hc' } as const;

export function Drawn({ head, figures }: { head: string; figures: MonthFigures }) {
  if (head === 'lenses') return <Lenses lenses={figures.lenses} />;
  if (head === 'shipped') return <Releases releases={figures.releases} />;
  if (head === 'asks') return <Asks waits={figures.waits} answered={figures.answered} />;
  return null;
}

function Lenses({ lenses }: Pick<MonthFigures, 'lenses'>) {
  return lenses.map(({ lens, before, now, apart }) =>
    before === null || now === null ? null : (
      <figure key={lens} className="month-lens">
        <figcaption className="small">{NAMES[lens]}</figcaption>
        <svg
          className={`cal ${HUES[lens]}`}
          role="img"
          aria-label={`${NAMES[lens]}, from 0 to 100: ${Math.round(before)} then, ${Math.round(now)} now${apart ? '' : ', no change we can call'}`}
        >
          <line className="track" x1="0" x2="100%" y1="9" y2="9" />
          <line className="mid" x1="50%" x2="50%" y1="3" y2="15" />
          <line className={apart ? 'went sure' : 'went'} x1={`${before}%`} x2={`${now}%`} y1="9" y2="9" />
          <circle className="then" cx={`${before}%`} cy="9" r="4" />
          <line className="est" x1={`${now}%`} x2={`${now}%`} y1="1" y2="17" />
        </svg>
        <span className="small dim">
          {Math.round(before)} then, <b>{Math.round(now)}</b> now
        </span>
      </figure>
    ),
  );
}

function Releases({ releases }: Pick<MonthFigures, 'releases'>) {
  if (releases.length === 0) return null;
  return (
    <ul className="month-releases">
      {releases.map(({ version, people, untold }) => (
        <li key={version}>
          <b>{version}</b>
          <Dots n={people} hollow={untold} hue="hp" words={`answered ${counted(people, 'person', 'people')}`} />
          <span className="small dim">
            {people === 0 ? 'nobody that is known' : counted(people, 'person', 'people')}
            {untold > 0 && `, ${untold} not told yet`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Asks({ waits, answered }: Pick<MonthFigures, 'waits' | 'answered'>) {
  const rows = [
    { key: 'waits', says: 'newly wait', asks: waits, hollow: true },
    { key: 'answered', says: 'waited, and heard from a person', asks: answered, hollow: false },
  ];
  return (
    <ul className="month-releases">
      {rows.map(
        ({ key, says, asks, hollow }) =>
          asks && (
            <li key={key}>
              <b>{asks.people}</b>
              <Dots
                n={asks.people}
                hollow={hollow ? asks.people : 0}
                hue="hc"
                words={`${counted(asks.people, 'person', 'people')} ${says}`}
              />
              <span className="small dim">{says}</span>
            </li>
          ),
      )}
    </ul>
  );
}

interface DotsProps {
  readonly n: number;
  /** The last ones, of whom something is still owed. */
  readonly hollow: number;
  readonly hue: 'hp' | 'hc';
  readonly words: string;
}

/** One dot is one person; a ring is one to whom something is owed. */
function Dots({ n, hollow, hue, words }: DotsProps) {
  if (n === 0 || n > MOST_DOTS) return <span />;
  const rows = Math.ceil(n / ACROSS);
  const places = Array.from({ length: n }, (_, at) => at);
  return (
    <svg
      className={`month-dots ${hue}`}
      width={Math.min(n, ACROSS) * DOT}
      height={rows * DOT}
      role="img"
      aria-label={words}
    >
      {places.map((at) => (
        <circle
          key={at}
          className={at >= n - hollow ? 'owed' : 'got'}
          cx={(at % ACROSS) * DOT + 4.5}
          cy={Math.floor(at / ACROSS) * DOT + 4.5}
          r="3"
        />
      ))}
    </svg>
  );
}
