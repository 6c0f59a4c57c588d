/** People: who counts as team, outsider or bot, and why; corrected by hand, and taken back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Person, peopleQuery, SIDES, type Side } from '../api/people.ts';
import { problemOf, request } from '../api/request.ts';
import { counted } from '../frame/words.ts';

const WORDS: Readonly<Record<Side, string>> = {
  team: 'the team',
  outsider: 'outsiders',
  bot: 'bots',
  unknown: 'not known',
};
const AS = { team: 'of the team', outsider: 'an outsider', bot: 'a bot' } as const;
type Role = keyof typeof AS;
const ROLES = Object.keys(AS) as Role[];

export function PeoplePart({ product }: { product: string }) {
  const [side, setSide] = useState<Side>('team');
  const [all, setAll] = useState(false);
  const { data, error } = useQuery(peopleQuery(product, side, all));
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  if (!data) return <p className="small dim mt-3">Looking at who wrote.</p>;
  const counts = new Map(data.sides.map(({ side: one, people }) => [one, people]));
  return (
    <>
      <fieldset className="others">
        <legend className="vh">Which of them</legend>
        {SIDES.map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="side" checked={side === one} onChange={() => setSide(one)} />
            {WORDS[one]} ({counts.get(one) ?? 0})
          </label>
        ))}
      </fieldset>
      {data.items.length === 0 && <p className="small dim">Nobody.</p>}
      <ul className="rows">
        {data.items.map((person) => (
          <PersonRow key={person.id} product={product} person={person} />
        ))}
      </ul>
      {data.items.length < data.total &&
        (all ? (
          <p className="small dim mt-3">
            {data.items.length} of {data.total} are shown; <code>bifocal people --all</code> lists all.
          </p>
        ) : (
          <button type="button" className="btn tiny mt-3" onClick={() => setAll(true)}>
            Show all {data.total}
          </button>
        ))}
    </>
  );
}

function PersonRow({ product, person }: { product: string; person: Person }) {
  const { id, side, because, corrected, channels, domain, shown, asks, replies, changes, identities } = person;
  const client = useQueryClient();
  const path = `/products/${product}/people/${id}/role`;
  const renew = () => client.invalidateQueries({ queryKey: ['people', product] });
  const say = useMutation({
    mutationFn: (role: Role) => request(path, { method: 'PUT', json: { role } }),
    onSuccess: renew,
  });
  const undo = useMutation({ mutationFn: () => request(path, { method: 'DELETE' }), onSuccess: renew });
  const error = say.error ?? undo.error;
  const wrote = [
    [asks, 'ask', 'asks'],
    [replies, 'reply', 'replies'],
    [changes, 'change', 'changes'],
  ] as const;
  const select = `role-${id}`;
  return (
    <li>
      <span>
        <b>{shown ?? domain ?? id.slice(0, 8)}</b>{' '}
        <span className="small dim">
          {channels.join(', ')}
          {identities > 1 && `, ${identities} identities as one`};{' '}
          {wrote.flatMap(([count, one, many]) => (count === 0 ? [] : counted(count, one, many))).join(', ')}
        </span>
        <span className="small block">{because}</span>
        {error && <span role="alert">{error.message}</span>}
      </span>
      <label htmlFor={select} className="vh">
        What {id.slice(0, 8)} is
      </label>
      <select
        id={select}
        value={side === 'unknown' ? '' : side}
        onChange={({ target }) => say.mutate(target.value as Role)}
      >
        {side === 'unknown' && <option value="">not told</option>}
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {AS[role]}
          </option>
        ))}
      </select>
      {corrected && (
        <button type="button" className="btn tiny" onClick={() => undo.mutate()} disabled={undo.isPending}>
          Undo<span className="vh"> what was said of {id.slice(0, 8)}</span>
        </button>
      )}
    </li>
  );
}
