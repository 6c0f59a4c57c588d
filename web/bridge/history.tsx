/** What we said we would do, what we did, and what it did; what failed stays. */
import type { Action } from '../api/bridge.ts';
import { dayWords } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';

/** A plank on the line, a fallen one, a broken one, a dashed one: read in grey as well. */
const LOOKS: Readonly<Record<string, string>> = {
  Moved: 'held',
  'Not moved': 'fallen',
  Worse: 'broken',
  'Too early': 'early',
  'Cannot be told': 'early',
};

export function History({ done }: { done: readonly Action[] }) {
  if (done.length === 0) return null;
  return (
    <section aria-labelledby="done" className="mt-8">
      <h2 id="done">What was done, and what it did</h2>
      <p className="fine">Cases since against cases before. Moved is not proof; what fell stays where it fell.</p>
      <ol className="planks">
        {done.map((action) => (
          <li key={action.id} className="plank">
            <div>
              <h3>
                <PlankMark verdict={action.says.verdict ?? 'Too early'} />
                <Closer near={`action:${action.id}`}>{action.title}</Closer>
              </h3>
              <p className="mt-1">{action.says.sentence}</p>
              <p className="small dim">
                {action.doneOn !== null && `Done on ${dayWords(action.doneOn)}`}
                {action.owner !== null && ` by ${action.owner}`}. Tell-tale:{' '}
                {action.says.facts.find(({ word }) => word === 'tell-tale')?.says}.
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function PlankMark({ verdict }: { verdict: string }) {
  const look = LOOKS[verdict] ?? 'early';
  return (
    <svg className={`plank-mark ${look}`} viewBox="0 0 44 22" aria-hidden="true">
      <path className="deck-line" d="M0 11h44" />
      {look === 'broken' ? (
        <path d="M4 4h15l-4 5 5 5H4ZM26 9h14v10H25l-3-4Z" />
      ) : (
        <rect
          x="4"
          y="5"
          width="36"
          height="8"
          rx="1.5"
          transform={look === 'fallen' ? 'rotate(-14 22 18)' : undefined}
        />
      )}
    </svg>
  );
}
