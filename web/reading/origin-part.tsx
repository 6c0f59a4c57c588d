/** Where changes began, as bounds that the untraced part allows. */
import type { View } from '#report/view.ts';
import { OriginBounds, OriginWhole } from '../figures/origin.tsx';

export function Origin({ view: { origin } }: { view: View }) {
  return (
    <section aria-labelledby="origin">
      <h2 id="origin">Where it began</h2>
      {origin.rows === null ? (
        <div className="unlooked">{origin.because}</div>
      ) : (
        <>
          <p className="fine">
            {origin.because} {origin.unscored}
          </p>
          <div className="org">
            <div className="whole">
              <span className="fine">{origin.all}</span>
              <OriginWhole rows={origin.rows} alt={origin.alt} />
            </div>
            {origin.rows.map((row) => (
              <div key={row.key}>
                <span className="w">{row.name}</span>
                <OriginBounds row={row} />
                <small>{row.words}</small>
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
