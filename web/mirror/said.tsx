/** What each group wrote, word for word, a column each; or the names that it gave. */
import type { ReactNode } from 'react';
import type { Group, ReleasedGroup, Words } from '#core/mirror.ts';

interface SaidProps {
  readonly groups: readonly ReleasedGroup[];
  readonly of: (group: ReleasedGroup) => Words | undefined;
  /** What can be done with an answer. */
  readonly act?: (group: Group, text: string) => ReactNode;
  /** Names, on one line. */
  readonly list?: true;
}

/** More are one press away. */
const FIRST = 6;

export function Said({ groups, of, act, list }: SaidProps) {
  return (
    <div className="msaid">
      {groups.flatMap((one) => {
        const words = of(one);
        return words
          ? [<Column key={one.group} group={one.group} words={words} list={list === true} {...(act && { act })} />]
          : [];
      })}
    </div>
  );
}

interface ColumnProps extends Pick<SaidProps, 'act'> {
  readonly group: Group;
  readonly words: Words;
  readonly list: boolean;
}

function Column({ group, words, act, list }: ColumnProps) {
  return (
    <div>
      <h3>{group}</h3>
      {words.state === 'too-few' && <p className="small dim">Too few answered this.</p>}
      {words.state === 'alike' && <p className="small dim">Nearly all said the same, so it is not shown.</p>}
      {words.state === 'shown' && list && <p className="said sm">{words.said.join(', ')}</p>}
      {words.state === 'shown' && !list && <Quotes said={words.said} act={act && ((text) => act(group, text))} />}
    </div>
  );
}

function Quotes({ said, act }: { said: readonly string[]; act: ((text: string) => ReactNode) | undefined }) {
  const quote = (one: string, at: number) => (
    <li key={`${at}-${one}`} className="said sm wrap-anywhere">
      “{one}” {act?.(one)}
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
