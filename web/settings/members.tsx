/** Members: who may see this product and as what; a link that invites somebody. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#core/access.ts';
import { type Member, membersQuery } from '../api/access.ts';
import { problemOf, request } from '../api/request.ts';
import { ShownOnce } from './shown-once.tsx';

const WORDS: Readonly<Record<Role, string>> = { viewer: 'viewer', editor: 'editor', owner: 'owner' };
const ROLES = Object.keys(WORDS) as Role[];

export function MembersPart({ product }: { product: string }) {
  const client = useQueryClient();
  const { data, error } = useQuery(membersQuery(product));
  const [role, setRole] = useState<Role>('viewer');
  const [everything, setEverything] = useState(false);
  const renew = () => client.invalidateQueries({ queryKey: ['members', product] });
  const invite = useMutation({
    mutationFn: () =>
      request<{ link: string }>(`/products/${product}/invitations`, { method: 'POST', json: { role, everything } }),
    onSuccess: renew,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => request(`/products/${product}/invitations/${id}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  return (
    <>
      <ul className="rows">
        {data?.items.map((member) => (
          <MemberRow key={`${member.id} ${member.everything}`} product={product} member={member} renew={renew} />
        ))}
        {data?.invitations.map(({ id, role: invited, everything: all }) => (
          <li key={id}>
            <span>
              A link waits: {WORDS[invited]} of {all ? 'everything' : 'this product'}
            </span>
            <button type="button" className="btn tiny" onClick={() => withdraw.mutate(id)}>
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      <form
        className="one-line"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <label htmlFor="invite-role">Invite somebody as</label>
        <RoleChoice id="invite-role" role={role} pick={setRole} />
        <label className="tick">
          <input type="checkbox" checked={everything} onChange={({ target }) => setEverything(target.checked)} />
          to all products
        </label>
        <button type="submit" className="btn" disabled={invite.isPending}>
          Make a link
        </button>
      </form>
      {invite.data && <ShownOnce label="The link" secret={invite.data.link} note="It opens once, within a week." />}
      {invite.error && <p role="alert">{invite.error.message}</p>}
    </>
  );
}

function MemberRow({ product, member, renew }: { product: string; member: Member; renew: () => unknown }) {
  const { id, name, email, role, everything, you } = member;
  const path = `/products/${product}/members/${id}`;
  const change = useMutation({
    mutationFn: (to: Role) => request(path, { method: 'PUT', json: { role: to, everything } }),
    onSuccess: renew,
  });
  const remove = useMutation({
    mutationFn: () => request(`${path}?everything=${everything ? 1 : 0}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  const renewal = useMutation({ mutationFn: () => request<{ link: string }>(`${path}/password`, { method: 'POST' }) });
  const error = change.error ?? remove.error ?? renewal.error;
  const select = `role-${id}-${everything}`;
  return (
    <li>
      <span>
        <b>{name}</b> {you && '(you) '}
        <span className="small dim">
          {email}, {everything ? 'all products' : 'this product'}
        </span>
        {error && <span role="alert"> {error.message}</span>}
        {renewal.data && (
          <ShownOnce
            label="The link"
            secret={renewal.data.link}
            note={`${name} chooses a new password by it, once, within an hour.`}
          />
        )}
      </span>
      <label htmlFor={select} className="vh">
        What {name} is
      </label>
      <RoleChoice id={select} role={role} pick={(to) => change.mutate(to)} />
      <button type="button" className="btn tiny" onClick={() => renewal.mutate()} disabled={renewal.isPending}>
        New password<span className="vh"> for {name}</span>
      </button>
      <button type="button" className="btn tiny" onClick={() => remove.mutate()} disabled={remove.isPending}>
        Take out<span className="vh"> {name}</span>
      </button>
    </li>
  );
}

function RoleChoice({ id, role, pick }: { id: string; role: Role; pick: (role: Role) => void }) {
  return (
    <select id={id} value={role} onChange={({ target }) => pick(target.value as Role)}>
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {WORDS[one]}
        </option>
      ))}
    </select>
  );
}
