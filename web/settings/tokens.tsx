/** Tokens of programs: made with the scopes that they need, shown once, revoked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Scope } from '#core/access.ts';
import { type Token, tokensQuery } from '../api/access.ts';
import { problemOf, request } from '../api/request.ts';
import { dayWords } from '../frame/words.ts';
import { ShownOnce } from './shown-once.tsx';

const WORDS: Readonly<Record<Scope, string>> = {
  read: 'look',
  write: 'decide and correct',
  import: 'import',
  manage: 'manage members, tokens, webhooks',
};
const SCOPES = Object.keys(WORDS) as Scope[];

export function TokensPart({ product }: { product: string }) {
  const client = useQueryClient();
  const { data, error } = useQuery(tokensQuery(product));
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const renew = () => client.invalidateQueries({ queryKey: ['tokens', product] });
  const make = useMutation({
    mutationFn: () =>
      request<{ token: string }>(`/products/${product}/tokens`, { method: 'POST', json: { name, scopes } }),
    onSuccess: () => {
      setName('');
      return renew();
    },
  });
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <>
      <ul className="rows">
        {data?.items.map((token) => (
          <TokenRow key={token.id} product={product} token={token} renew={renew} />
        ))}
      </ul>
      <form className="one-line" onSubmit={submit}>
        <label htmlFor="token-name">A new token for</label>
        <input
          id="token-name"
          type="text"
          required
          placeholder="which program"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <fieldset>
          <legend className="vh">What it may do</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="tick">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                }
              />
              {WORDS[scope]}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="btn" disabled={make.isPending || scopes.length === 0}>
          Make a token
        </button>
      </form>
      {make.data && <ShownOnce label="The token" secret={make.data.token} note="Only its hash is kept." />}
      {make.error && <p role="alert">{make.error.message}</p>}
    </>
  );
}

function TokenRow({ product, token, renew }: { product: string; token: Token; renew: () => unknown }) {
  const { id, name, scopes, madeAt, usedAt, revokedAt } = token;
  const revoke = useMutation({
    mutationFn: () => request(`/products/${product}/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  return (
    <li>
      <span>
        <b>{name}</b>{' '}
        <span className="small dim">
          {scopes.map((scope) => WORDS[scope]).join(', ')}; made {dayWords(madeAt)},{' '}
          {usedAt === null ? 'never used' : `last used ${dayWords(usedAt)}`}
        </span>
      </span>
      {revokedAt === null ? (
        <button type="button" className="btn tiny" onClick={() => revoke.mutate()} disabled={revoke.isPending}>
          Revoke<span className="vh"> {name}</span>
        </button>
      ) : (
        <span className="small dim">revoked {dayWords(revokedAt)}</span>
      )}
    </li>
  );
}
