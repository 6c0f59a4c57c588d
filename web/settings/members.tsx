/** Members of a product or of an organisation: who may see what and as what; a link that invites somebody. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Member, membersQuery } from '../api/access.ts';
import { problemOf, request } from '../api/request.ts';
import { Invite } from './invite.tsx';
import { ROLE_WORDS, RoleChoice } from './role-choice.tsx';
import { ShownOnce } from './shown-once.tsx';

export interface MembersOf {
  /** `/products/…` or `/organisations/…`. */
  readonly of: string;
  /** What an organisation has; null where one product is meant. */
  readonly products: readonly { readonly id: string; readonly name: string }[] | null;
}

export function MembersPart({ of, products }: MembersOf) {
  const client = useQueryClient();
  const { data, error } = useQuery(membersQuery(of));
  const renew = () => client.invalidateQueries({ queryKey: ['members', of] });
  const withdraw = useMutation({
    mutationFn: (id: string) => request(`${of}/invitations/${id}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  const nameOf = (id: string | null) =>
    id === null ? 'all products' : (products?.find((one) => one.id === id)?.name ?? 'this product');
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  return (
    <>
      <ul className="rows">
        {data?.items.map((member) => (
          <MemberRow
            key={`${member.id} ${member.product}`}
            of={of}
            products={products}
            member={member}
            where={nameOf(member.product)}
            renew={renew}
          />
        ))}
        {data?.invitations.map(({ id, role, product }) => (
          <li key={id}>
            <span>
              A link waits to be opened: {ROLE_WORDS[role]} of {nameOf(product)}
            </span>
            <button type="button" className="btn tiny" onClick={() => withdraw.mutate(id)}>
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      <Invite of={of} products={products} renew={renew} />
    </>
  );
}

interface MemberRowProps extends MembersOf {
  readonly member: Member;
  readonly where: string;
  readonly renew: () => unknown;
}

function MemberRow({ of, products, member, where, renew }: MemberRowProps) {
  const { id, name, email, role, everything, product, you } = member;
  const path = `${of}/members/${id}`;
  const change = useMutation({
    mutationFn: (to: Member['role']) =>
      request(path, { method: 'PUT', json: { role: to, ...(products === null ? { everything } : { product }) } }),
    onSuccess: renew,
  });
  const asked = products === null ? `?everything=${everything ? 1 : 0}` : product === null ? '' : `?product=${product}`;
  const remove = useMutation({
    mutationFn: () => request(`${path}${asked}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  const renewal = useMutation({ mutationFn: () => request<{ link: string }>(`${path}/password`, { method: 'POST' }) });
  const error = change.error ?? remove.error ?? renewal.error;
  const select = `role-${id}-${product ?? ''}`;
  return (
    <li>
      <span>
        <b>{name}</b> {you && '(you) '}
        <span className="small dim">
          {email}, {where}
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
        What {name} is, of {where}
      </label>
      <RoleChoice id={select} role={role} pick={(to) => change.mutate(to)} />
      <button type="button" className="btn tiny" onClick={() => renewal.mutate()} disabled={renewal.isPending}>
        New password<span className="vh"> for {name}</span>
      </button>
      <button type="button" className="btn tiny" onClick={() => remove.mutate()} disabled={remove.isPending}>
        Take out
        <span className="vh">
          {' '}
          {name}, of {where}
        </span>
      </button>
    </li>
  );
}
