/** Up to three things the reader may not know: a date, a sentence, the words of both sides, one step. */
import type { View } from '#report/view.ts';
import { Closer } from '../near/closer.tsx';

const EDGES = { customer: 'c', product: 'p', claim: 'k' } as const;
const COLUMNS = 3;

export function Findings({ view: { findings } }: { view: View }) {
  const { head, none, items } = findings;
  if (items.length === 0) return none === null ? null : <p className="none">{none}</p>;
  return (
    <section className="first" aria-labelledby="findings">
      <h2 id="findings">{head}</h2>
      <ol className="finds">
        {items.map(({ when, people, sentence, quotes, step }, at) => (
          <li key={sentence} className="find">
            <p className="when">
              <span>{when}</span>
              {people && <b>{people}</b>}
            </p>
            <h3>
              <Closer near={`finding:${at}`}>{sentence}</Closer>
            </h3>
            <div className="two">
              {quotes.map(({ id, text, where, speaker }) => (
                <div key={id} className={speaker ? EDGES[speaker] : 'n'}>
                  <p className="said">“{text}”</p>
                  <p className="src">{where}</p>
                </div>
              ))}
            </div>
            <p className="step">{step}</p>
          </li>
        ))}
        {items.length < COLUMNS && (
          <li className="rest">
            <p>and nothing else stands out</p>
          </li>
        )}
      </ol>
    </section>
  );
}
