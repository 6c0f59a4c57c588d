/** How sure a reading is, folded up. */
import type { View } from '#report/view.ts';

export function Sure({ view: { sure } }: { view: View }) {
  return (
    <details className="sure">
      <summary>
        <b>How sure?</b>
        <span className="fine">{sure.summary}</span>
      </summary>
      <dl className="facts">
        {sure.facts.map(([word, says]) => (
          <div key={`${word} ${says}`} className="contents">
            <dt>{word}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
