/** What each group wrote, word for word, a column each; or the names that it gave. */
import type { ReleasedGroup, Words } from '#core/mirror.ts';

interface SaidProps {
  readonly groups: readonly ReleasedGroup[];
  readonly of: (group: ReleasedGroup) => Words | undefined;
  /** Names, on one line. */
  readonly list?: true;
}

/** More are one press away. */
const FIRST = 6;

export function Said({ groups, of, list }: SaidProps) {
  return (
    <div className="msaid">
      {groups.flatMap((one) => {
        const words = of(one);
        return words ? [<Column key={one.group} group={one.group} words={words} list={list === true} />] : [];
      })}
    </div>
  );
}

function Column({ group, words, list }: { group: string; words: Words; list: boolean }) {
  return (
    <div>
      <h3>{group}</h3>
      {words.state === 'too-few' && <p className="small dim">Too few answered this.</p>}
      {words.state === 'alike' && <p className="small dim">Nearly all said the same, so it is not shown.</p>}
      {words.state === 'shown' && list && <p className="said sm">{words.said.join(', ')}</p>}
      {words.state === 'shown' && !list && <Quotes said={words.said} />}
    </div>
  );
}

function Quotes({ said }: { said: readonly string[] }) {
  const quote = (one: string, at: number) => (
    <li key={`${at}-${one}`} className="said sm wrap-anywhere">
      “{one}”
    </li>
  );
  return (
    <>
      <ul>{said.slice(0, FIRST).map(quote)}</ul>
      {said.length > FIRST && (
        <details>
          <summary className="small">{said.length - FIRST} more</summary>
          <ul>{said.slice(FIRST).map(quote)}</ul>
        </details>
      )}
    </>
  );
}
