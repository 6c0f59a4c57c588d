/** Begins a round: what it is called, and whether names are shown; both stay as they are. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { request } from '../api/request.ts';
import type { Round } from '../api/rounds.ts';

interface BeginProps {
  readonly product: string;
  /** There was none before. */
  readonly first: boolean;
  readonly done: () => void;
}

export function Begin({ product, first, done }: BeginProps) {
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: (json: object) => request<Round>(`/products/${product}/rounds`, { method: 'POST', json }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rounds', product] });
      done();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const team = Number(form.get('team'));
    begin.mutate({ name: String(form.get('name')).trim(), kind: form.get('kind'), ...(team > 0 && { team }) });
  };
  return (
    <section className="empty mbegin" aria-labelledby="begin">
      <h1 className="verdict" id="begin">
        {first ? 'Nobody has looked in the mirror yet.' : 'A new round'}
      </h1>
      <p className="deck mt-3">
        Leaders and staff answer seven questions in four minutes, customers three in one. Then guess and answer stand
        side by side, beside what was measured.
      </p>
      <form className="asked mt-6" onSubmit={submit}>
        <label htmlFor="round-name">What is it called?</label>
        <input
          id="round-name"
          name="name"
          type="text"
          required
          maxLength={100}
          autoComplete="off"
          placeholder="Autumn"
        />
        <label htmlFor="round-team">How many leaders and staff are you, about?</label>
        <input id="round-team" name="team" type="number" min={1} max={1_000_000} inputMode="numeric" />
        <fieldset className="mkind">
          <legend>Who sees what?</legend>
          <label>
            <input type="radio" name="kind" value="anonymous" defaultChecked />
            <span>
              <b>Anonymous.</b> Only groups of five or more are shown, and nobody can be worked out from them.
            </span>
          </label>
          <label>
            <input type="radio" name="kind" value="open" />
            <span>
              <b>Open.</b> The team’s answers stand beside their names, and each agrees to that first. For a team under
              five it is the only way. Customers stay anonymous.
            </span>
          </label>
        </fieldset>
        <p className="small dim">A round never changes its kind.</p>
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="btn main" disabled={begin.isPending}>
            Begin
          </button>
          {!first && (
            <button type="button" className="btn" onClick={done}>
              Back
            </button>
          )}
        </div>
      </form>
      {begin.error && <p role="alert">{begin.error.message}</p>}
      <p className="small dim mt-6">
        Answers that were collected elsewhere come in with <code>bifocal mirror import</code>.
      </p>
    </section>
  );
}
