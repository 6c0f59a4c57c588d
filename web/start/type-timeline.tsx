/** A timeline typed by hand: when, what was done, and of which kind; looked at as any other sheet is. */
import { type FormEvent, useId, useState } from 'react';
import { handOver } from '../sources/incoming.ts';

const KINDS = [
  { kind: 'substance', words: 'the product itself' },
  { kind: 'appearance', words: 'how it looks' },
  { kind: 'message', words: 'what is said about it' },
  { kind: 'price', words: 'the price' },
  { kind: 'service', words: 'help for customers' },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

interface Line {
  readonly day: string;
  readonly what: string;
  readonly kind: Kind;
}

const EMPTY: Line = { day: '', what: '', kind: 'substance' };
const AT_FIRST = 3;

/** Typed lines add to those that were typed or pasted before: the source knows them by this name. */
const PASTED = 'pasted.csv';

export function TypeTimeline() {
  const id = useId();
  const [lines, setLines] = useState<readonly Line[]>(Array(AT_FIRST).fill(EMPTY));
  const change = (at: number, to: Partial<Line>) => {
    const next = lines.map((line, index) => (index === at ? { ...line, ...to } : line));
    const last = next.at(-1);
    setLines(last && last.what !== '' ? [...next, { ...EMPTY, kind: last.kind }] : next);
  };
  const filled = lines.filter(({ day, what }) => day !== '' && what.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (filled.length > 0) handOver([new File([csvOf(filled)], PASTED, { type: 'text/csv' })], 'timeline');
  };
  return (
    <form onSubmit={submit} className="typed mt-4">
      <ol>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and the last one is the only one added.
          <li key={at}>
            <label className="vh" htmlFor={`${id}day${at}`}>
              Day {at + 1}
            </label>
            <input
              id={`${id}day${at}`}
              type="date"
              value={line.day}
              onChange={({ target }) => change(at, { day: target.value })}
            />
            <label className="vh" htmlFor={`${id}what${at}`}>
              What was done {at + 1}
            </label>
            <input
              id={`${id}what${at}`}
              type="text"
              placeholder={at === 0 ? 'A lid that closes' : 'What was done'}
              value={line.what}
              onChange={({ target }) => change(at, { what: target.value })}
            />
            <label className="vh" htmlFor={`${id}kind${at}`}>
              What it changed {at + 1}
            </label>
            <select
              id={`${id}kind${at}`}
              value={line.kind}
              onChange={({ target }) => change(at, { kind: target.value as Kind })}
            >
              {KINDS.map(({ kind, words }) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap items-center gap-3">
        <button type="submit" className="btn main" disabled={filled.length === 0}>
          Look at them
        </button>
        <span className="small dim">Twelve lines over a year are enough for a sentence.</span>
      </p>
    </form>
  );
}

function csvOf(lines: readonly Line[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return lines.map(({ day, what, kind }) => [day, '', quoted(what.trim()), kind].join(',')).join('\n');
}
