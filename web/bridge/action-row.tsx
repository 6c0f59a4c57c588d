/** One step in a list: what it is, who waits, its tell-tale, and what its lens would gain. */
import type { Action } from '../api/bridge.ts';
import { Caliper } from '../figures/caliper.tsx';
import { Closer } from '../near/closer.tsx';

/** Here the shortest of them; beside the page stand all. */
const SHOWN: readonly string[] = ['people', 'owner', 'due', 'tell-tale', 'verdict from', 'why', 'who'];

interface ActionRowProps {
  /** Its number in the drawing; null further down. */
  readonly place: number | null;
  readonly action: Action;
  readonly tried: boolean;
  readonly flip: () => void;
}

export function ActionRow({ place, action, tried, flip }: ActionRowProps) {
  const { id, title, state, hypothesis, expected, says } = action;
  const facts = says.facts.filter(({ word }) => SHOWN.includes(word));
  const change = says.facts.find(({ word }) => word === 'expected');
  return (
    <li className={`plank ${state}`}>
      <div>
        <h3>
          {place !== null && <span className="plank-place">{place}</span>}
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
              <Change expected={expected} says={change.says} />
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

/** Points of a lens: the same for every row, so that rows can be compared; no change is the middle. */
const FURTHEST = 20;

function Change({ expected: { lens, change, interval }, says }: ChangeProps) {
  const at = (points: number) => 50 + (50 * points) / FURTHEST;
  return (
    <Caliper
      hue={lens === 'product' ? 'product' : 'customer'}
      score={at(change)}
      interval={interval && { low: at(interval.low), high: interval.high === null ? null : at(interval.high) }}
      name={`${says}; the middle is no change`}
    />
  );
}

interface ChangeProps {
  readonly expected: NonNullable<Action['expected']>;
  readonly says: string;
}
