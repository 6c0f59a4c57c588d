/** One step looked at closely: all that is known of it, what can be decided, what was, and the words that it rests on. */
import { useQuery } from '@tanstack/react-query';
import { type Action, actionsIn, bridgeQuery } from '../api/bridge.ts';
import { Failure } from '../frame/failure.tsx';
import { dayWords } from '../frame/words.ts';
import { Rows } from '../near/rows.tsx';
import { DecideAction } from './decide-action.tsx';

const SAID = { adopt: 'Taken up', drop: 'Decided against', done: 'Done', undo: 'Taken back' } as const;

export function ActionNear({ product, id }: { product: string; id: string }) {
  const { data, error, refetch } = useQuery(bridgeQuery(product));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  const action = actionsIn(data).find((one) => one.id === id);
  if (action === undefined) return <p>This step is not among them any more. Close this, and look at the page.</p>;
  return (
    <div className="closely">
      <h2>{action.title}</h2>
      {action.says.sentence !== null && <p className="mt-2">{action.says.sentence}</p>}
      <p className="small dim mt-2">{action.hypothesis}</p>
      <dl className="facts mt-3">
        {action.says.facts.map(({ word, says }) => (
          <div key={word} className="contents">
            <dt>{word}</dt>
            <dd className="wrap-anywhere">{says}</dd>
          </div>
        ))}
      </dl>
      <DecideAction key={`${action.id} ${action.state}`} product={product} action={action} />
      <Decisions action={action} />
      <Rows product={product} ids={action.evidence} more={Math.max(0, action.evidence.length - 100)} />
    </div>
  );
}

function Decisions({ action: { steps, history } }: { action: Action }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>What was decided</h3>
      <ul className="mt-1">
        {steps.map(({ verb, at, who, note, owner, due, on }) => (
          <li key={`${at} ${verb}`} className="small">
            {dayWords(at)}: {SAID[verb].toLowerCase()}
            {who !== null && ` by ${who}`}
            {owner != null && `, owner ${owner}`}
            {due != null && `, due ${dayWords(due)}`}
            {on !== undefined && `, on ${dayWords(on)}`}
            {note !== null && `: ${note}`}
          </li>
        ))}
        {history.map(({ asOf, verdict }) => (
          <li key={`verdict ${asOf}`} className="small">
            {dayWords(asOf)}: {verdict}
          </li>
        ))}
      </ul>
    </>
  );
}
