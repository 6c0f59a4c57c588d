/** Gives a need a better name, and takes it back as long as the tab is open. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Corrected, Need } from '../api/needs.ts';
import { request } from '../api/request.ts';

function keyOf(product: string, need: string): string {
  return `bifocal-renamed-${product}-${need}`;
}

export function Rename({ product, need: { id, name } }: { product: string; need: Need }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [given, setGiven] = useState(() => sessionStorage.getItem(keyOf(product, id)));
  const settled = () => client.invalidateQueries({ queryKey: ['needs', product] });
  const rename = useMutation({
    mutationFn: (wanted: string) =>
      request<Corrected>(`/products/${product}/needs/${id}/corrections`, {
        method: 'POST',
        json: { verb: 'rename', name: wanted },
      }),
    onSuccess: ({ corrections: [correction = ''] }) => {
      sessionStorage.setItem(keyOf(product, id), correction);
      setGiven(correction);
      setAsked(false);
      return settled();
    },
  });
  const undo = useMutation({
    mutationFn: () => request(`/products/${product}/needs/corrections/${given}`, { method: 'DELETE' }),
    onSuccess: () => {
      sessionStorage.removeItem(keyOf(product, id));
      setGiven(null);
      return settled();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name')).trim();
    if (wanted !== '' && wanted !== name) rename.mutate(wanted);
  };
  const problem = rename.error ?? undo.error;
  return (
    <div className="mt-3">
      {asked ? (
        <form className="asked" onSubmit={submit}>
          <label htmlFor="need-name">What do they need?</label>
          <input id="need-name" name="name" type="text" defaultValue={name} maxLength={200} autoComplete="off" />
          <button type="submit" className="btn main" disabled={rename.isPending}>
            Rename
          </button>
        </form>
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          <button type="button" className="btn tiny" onClick={() => setAsked(true)}>
            Give it a better name
          </button>
          {given !== null && (
            <>
              <span role="status" className="small dim">
                Renamed.
              </span>
              <button type="button" className="btn tiny" onClick={() => undo.mutate()} disabled={undo.isPending}>
                Undo
              </button>
            </>
          )}
        </p>
      )}
      {problem && <p role="alert">{problem.message}</p>}
    </div>
  );
}
