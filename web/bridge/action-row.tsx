/** One step in a list: what it is, who waits, its tell-tale, and what its lens would gain. */
import type { Action } from '../api/bridge.ts';
import { Closer } from '../near/closer.tsx';

/** Here the shortest of them; beside the page stand all. */
const SHOWN: readonly string[] = ['people', 'owner', 'due', 'tell-tale', 'verdict from', 'why', 'who'];

interface ActionRowProps {
  readonly action: Action;
  readonly tried: boolean;
  readonly flip: () => void;
}

export function ActionRow({ action, tried, flip }: ActionRowProps) {
  const { id, title, state, hypothesis, expected, says } = action;
  const facts = says.facts.filter(({ word }) => SHOWN.includes(word));
  const change = says.facts.find(({ word }) => word === 'expected');
  return (
    <li className={`plank ${state}`}>
      <div>
        <h3>
          <Closer near={`action:${id}`}>{title}</Closer>
        </h3>
        {state === 'adopted' && <p className="small">Taken up.</p>}
        {state !== 'dropped' && <p className="small dim">{hypothesis}</p>}
        <dl className="facts">
          {facts.map(({ word, says: told }) => (
            <div key={word} className="contents">
              <dt>{word}</dt>
              <dd className="wrap-anywhere">{told}</dd>
            </div>
          ))}
        </dl>
      </div>
      {state !== 'dropped' && (
        <div className="gain">
          {expected === null || change === undefined ? (
            <p className="small dim">What it would move cannot be told beforehand.</p>
          ) : (
            <>
              <p className={expected.lens === 'product' ? 'who-p' : 'who-c'}>{change.says}</p>
              <label className="small">
                <input type="checkbox" checked={tried} onChange={flip} />
                try it on the map<span className="vh">: {title}</span>
              </label>
            </>
          )}
        </div>
      )}
    </li>
  );
}
