/** The loop, from asking to hearing back; in its place, what is known and the way to the missing side. */
import { Link } from '@tanstack/react-router';
import type { View } from '#report/view.ts';
import { Loop } from '../figures/loop.tsx';
import { Closer } from '../near/closer.tsx';

export function LoopPart({ product, view: { loop } }: { product: string; view: View }) {
  if (loop.round === null)
    return (
      <section aria-labelledby="loop">
        <h2 id="loop">The loop, from asking to hearing back</h2>
        <div className="offer">
          <p>
            <b>{loop.because}</b>
          </p>
          <p className="fine">Add what customers say: issues, reviews, tickets, a survey.</p>
          <p className="mt-3">
            <Link to="/p/$product/sources" params={{ product }} className="btn">
              Connect a source
            </Link>
          </p>
        </div>
      </section>
    );
  const { round } = loop;
  return (
    <section aria-labelledby="loop">
      <h2 id="loop">
        <Closer near="loop">{round.head}</Closer>
      </h2>
      <p className="fine">{round.caption}</p>
      <Loop round={round} />
      <p className="basis">{round.sentence}</p>
      <details className="table">
        <summary>The loop as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">stop</th>
              <th scope="col">people</th>
              <th scope="col">lost after it</th>
            </tr>
          </thead>
          <tbody>
            {round.stops.map(({ name, words }, at) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{words}</td>
                <td>{round.losses[at]?.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          {round.wholeWay}. {round.byPeers}
        </p>
      </details>
    </section>
  );
}
