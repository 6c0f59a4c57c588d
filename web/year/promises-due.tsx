/** Promises whose time came in the year, word for word, and what became of each. */
import type { Year } from '../api/year.ts';
import { counted, dayWords } from '../frame/words.ts';

/** As many as leave room for the rest on one printed page; those without a sign come first. */
const SHOWN = 6;
const ORDER = ['not kept', 'kept late', 'cannot be told', 'taken back', 'kept', 'not due yet'];

export function PromisesDue({ year: { promises, says } }: { year: Year }) {
  const due = (promises?.due ?? []).map((one, row) => ({ ...one, says: says.rows.due[row] }));
  const inOrder = due.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const more = inOrder.length - SHOWN;
  if (inOrder.length === 0) return null;
  return (
    <>
      <ul className="year-promises">
        {inOrder.slice(0, SHOWN).map(({ evidence, text, due: by, says: words, place, kept }) => (
          <li key={`${evidence} ${text}`}>
            <b>{words?.state}</b>
            <span>
              <span className="said wrap-anywhere">“{words?.text}”</span>{' '}
              <span className="small dim wrap-anywhere">
                {place}, due before {dayWords(by)}
                {kept && `, said to be done on ${dayWords(kept.at)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="fine">{counted(more, 'more promise')} in the terminal: bifocal year.</p>}
    </>
  );
}
