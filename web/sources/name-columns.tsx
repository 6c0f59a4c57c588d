/** A table whose headings do not tell what they are: a person names the column of words and the column of days. */
import { type FormEvent, useId, useState } from 'react';
import type { Understood } from './use-import.ts';

interface NameColumnsProps {
  readonly columns: readonly string[];
  /** What was found missing, in words. */
  readonly lacks: string;
  readonly look: (how: Understood) => void;
  readonly close: () => void;
}

const ASKED = [
  {
    role: 'text',
    words: 'Which column holds what they said?',
    like: /sa(?:y|id)|text|comment|word|quote|wish|gesagt|kommentar|dit\b/i,
  },
  { role: 'at', words: 'Which column holds the day?', like: /da(?:te|y)|when|time|wann|datum|zeit|tag\b|jour|quand/i },
  { role: 'author', words: 'Which column tells who?', like: /who|name|author|customer|client|user|wer\b|kunde|qui\b/i },
] as const;
type Asked = (typeof ASKED)[number]['role'];

/** Rows that nothing numbers are told apart by what they say. */
export const BY_CONTENT = 'id=*';

export function NameColumns({ columns, lacks, look, close }: NameColumnsProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Partial<Record<Asked, string>>>(() => guessed(columns));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = ASKED.flatMap(({ role }) => (chosen[role] ? [`${role}=${chosen[role]}`] : []));
    look({ map: [...(lacks.includes('an id') ? [BY_CONTENT] : []), ...named].join(',') });
  };
  return (
    <form onSubmit={submit} className="columns mt-3">
      <p>Its headings do not tell what its columns are. Nothing was kept so far.</p>
      {ASKED.map(({ role, words }) => (
        <p key={role}>
          <label htmlFor={id + role}>{words}</label>
          <select
            id={id + role}
            required={role !== 'author'}
            value={chosen[role] ?? ''}
            onChange={({ target }) => setChosen({ ...chosen, [role]: target.value })}
          >
            <option value="">{role === 'author' ? 'none of them' : 'choose one'}</option>
            {columns.map((column) => (
              <option key={column}>{column}</option>
            ))}
          </select>
        </p>
      ))}
      <p className="mt-3 flex flex-wrap gap-3">
        <button type="submit" className="btn main">
          Look again
        </button>
        <button type="button" className="btn" onClick={close}>
          Leave it
        </button>
      </p>
    </form>
  );
}

/** Each column once, the first whose name speaks for it. */
function guessed(columns: readonly string[]): Partial<Record<Asked, string>> {
  const found: Partial<Record<Asked, string>> = {};
  for (const { role, like } of [ASKED[1], ASKED[0], ASKED[2]]) {
    const free = columns.filter((column) => !Object.values(found).includes(column));
    const first = free.find((column) => like.test(column));
    if (first !== undefined) found[role] = first;
  }
  return found;
}
