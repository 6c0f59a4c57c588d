/** What a person decides about a verdict: it is wrong, or the conflict is one; either can be taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Claim } from '../api/claims.ts';
import { request } from '../api/request.ts';
import { ReadAgain } from '../sources/read-again.tsx';

type Verb = 'confirm' | 'dispute' | 'undo';

const DONE = { confirm: 'Confirmed.', dispute: 'Set aside.', undo: 'Taken back.' } as const;

export function Decide({ product, claim: { id, verdict, confirmed } }: { product: string; claim: Claim }) {
  const client = useQueryClient();
  const [because, setBecause] = useState('');
  const decide = useMutation({
    mutationFn: (verb: Verb) =>
      request<Claim>(`/products/${product}/claims/${id}`, {
        method: 'POST',
        json: { verb, ...(because.trim() !== '' && verb !== 'undo' && { because: because.trim() }) },
      }),
    onSuccess: () => {
      setBecause('');
      return client.invalidateQueries({ queryKey: ['claims', product] });
    },
  });
  const decided = confirmed || verdict === 'contradicted' || verdict === 'disputed';
  const press = (verb: Verb, words: string, main = false) => (
    <button
      type="button"
      className={main ? 'btn main' : 'btn'}
      onClick={() => decide.mutate(verb)}
      disabled={decide.isPending}
    >
      {words}
    </button>
  );
  return (
    <div className="decide">
      {decided ? (
        <p className="flex flex-wrap items-center gap-3">
          <span className="small dim">A person decided this.</span>
          {press('undo', 'Undo')}
        </p>
      ) : (
        <>
          <label className="small" htmlFor="because">
            Is the verdict right? Why, in a sentence, if you like:
          </label>
          <input
            id="because"
            type="text"
            value={because}
            maxLength={1_000}
            onChange={({ target }) => setBecause(target.value)}
          />
          <p className="flex flex-wrap gap-3 mt-2">
            {verdict === 'seems to conflict' && press('confirm', 'It conflicts', true)}
            {verdict === 'ahead of the evidence' && press('confirm', 'It is ahead of the evidence', true)}
            {press('dispute', 'The verdict is wrong')}
          </p>
        </>
      )}
      <p role="status" className="small dim">
        {decide.isSuccess && DONE[decide.variables]}
      </p>
      {decide.isSuccess && (
        <p className="flex flex-wrap items-center gap-3 mt-2">
          <span className="small dim">The next reading obeys.</span>
          <ReadAgain product={product} />
        </p>
      )}
      {decide.error && <p role="alert">{decide.error.message}</p>}
    </div>
  );
}
