/** What shall be read: one field for whatever tells what a product ships, and the samples. */
import { type FormEvent, useState } from 'react';
import { Bring } from './bring.tsx';

interface AskProps {
  /** Nothing was read yet. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly begin: (target: string) => void;
}

const SAMPLES = [
  { target: 'sample:gallop', name: 'Gallop', says: 'horses on demand: three years of rides, releases and complaints' },
  { target: 'sample:fizz', name: 'Fizz', says: 'a soft drink: its can changes every season' },
] as const;

export function Ask({ first, busy, error, begin }: AskProps) {
  const [target, setTarget] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target.trim() !== '') begin(target.trim());
  };
  return (
    <section className="start" aria-labelledby="start">
      <h1 className="verdict" id="start">
        Is your business more <b>product‑focused</b> or <b>customer‑focused</b>?
      </h1>
      <p className="deck mt-3">
        Bifocal answers from evidence: what you ship, what customers say, what the brand claims. Everything stays on
        this machine.
      </p>
      <form onSubmit={submit} className="asked">
        <label htmlFor="target">
          What shall be read? A folder or a repository on this machine, github:owner/name, npm:name
        </label>
        <input
          id="target"
          type="text"
          value={target}
          onChange={({ target: field }) => setTarget(field.value)}
          placeholder="~/work/kettle"
          spellCheck={false}
          autoCapitalize="off"
        />
        <button type="submit" className="btn main" disabled={busy}>
          Read it
        </button>
      </form>
      {error && <p role="alert">{error.message}</p>}
      <Bring />
      <h2 className="mt-10">{first ? 'Or look at a sample first' : 'The samples'}</h2>
      <ul className="products">
        {SAMPLES.map((sample) => (
          <li key={sample.target}>
            <button type="button" className="ev" onClick={() => begin(sample.target)} disabled={busy}>
              {sample.name}
            </button>
            <span className="small dim">{sample.says}; invented for this program</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
