/** What to do: the first three steps, each with what it costs, what would move first, and what it rests on. */
import type { View } from '#report/view.ts';
import { Closer } from '../near/closer.tsx';

export function Steps({ view: { steps } }: { view: View }) {
  const rest = steps.items.slice(steps.first);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{steps.head}</h2>
      <p className="fine">{steps.items.length === 0 ? steps.because : steps.deck}</p>
      <ol className="steps">
        {steps.items.slice(0, steps.first).map((step, at) => (
          <Step key={step.id} step={step} order={at + 1} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details className="table">
          <summary>
            {rest.length} more {rest.length === 1 ? 'step' : 'steps'}
          </summary>
          <ol className="steps">
            {rest.map((step, at) => (
              <Step key={step.id} step={step} order={steps.first + at + 1} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Step({ step, order }: { step: View['steps']['items'][number]; order: number }) {
  return (
    <li>
      <span className="n" aria-hidden="true">
        {order}
      </span>
      <h3>{step.evidence.length > 0 ? <Closer near={`step:${step.id}`}>{step.title}</Closer> : step.title}</h3>
      <p>{step.hypothesis}</p>
      <dl className="facts">
        {step.facts.map(([word, says]) => (
          <div key={word} className="contents">
            <dt>{word}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
