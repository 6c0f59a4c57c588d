/** Figures that stand beside the lenses, not in them. */
import type { View } from '#report/view.ts';
import { Closer } from '../near/closer.tsx';

export function Beside({ view: { audits } }: { view: View }) {
  const beside = audits.filter(
    ({ answers, state }) => answers === null && (state === 'informative' || state === 'scored'),
  );
  if (beside.length === 0) return null;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">Beside the lenses, not in them</h2>
      <div className="beside">
        {beside.map(({ id, question, because, figure }) => (
          <div key={id} className="qrow">
            <span>
              <Closer near={`audit:${id}`}>{question}</Closer>
              <small>{because}</small>
            </span>
            <span className="num">{figure}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
