/** The three signals, those not known yet named with what would tell them; and the sore thumb, where one sticks out. */
import type { View } from '#report/view.ts';
import { WithCommands } from '../frame/with-commands.tsx';
import { Closer } from '../near/closer.tsx';

export function Signals({ view: { signals } }: { view: View }) {
  const { rows, thumb } = signals;
  return (
    <section aria-labelledby="signals">
      <h2 id="signals">Three signals</h2>
      <div className="sig">
        {rows.map(({ name, because, words }) => (
          <div key={name}>
            <span className="w">{name}</span>
            <small>
              <WithCommands words={because} />
            </small>
            <span className="num">{words}</span>
          </div>
        ))}
      </div>
      {thumb.head === null ? (
        <p className="calm">
          <b>{thumb.sentence}</b>
        </p>
      ) : (
        <div className="thumb">
          <svg className="t" aria-hidden="true">
            <use href="#thumb" />
          </svg>
          <p>
            <b>{thumb.question ? <Closer near={`question:${thumb.question}`}>{thumb.head}</Closer> : thumb.head}</b>{' '}
            {thumb.sentence}
          </p>
        </div>
      )}
    </section>
  );
}
