/** A link that invites somebody, to one product or to all that an organisation has. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#core/access.ts';
import { request } from '../api/request.ts';
import type { MembersOf } from './members.tsx';
import { RoleChoice } from './role-choice.tsx';
import { ShownOnce } from './shown-once.tsx';

const ALL = '';

export function Invite({ of, products, renew }: MembersOf & { readonly renew: () => unknown }) {
  const [role, setRole] = useState<Role>('viewer');
  const [everything, setEverything] = useState(false);
  const [product, setProduct] = useState(ALL);
  const reach = products === null ? { everything } : { product: product === ALL ? null : product };
  const invite = useMutation({
    mutationFn: () => request<{ link: string }>(`${of}/invitations`, { method: 'POST', json: { role, ...reach } }),
    onSuccess: renew,
  });
  return (
    <>
      <form
        className="one-line"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <label htmlFor="invite-role">Invite somebody as</label>
        <RoleChoice id="invite-role" role={role} pick={setRole} />
        {products === null ? (
          <label className="tick">
            <input type="checkbox" checked={everything} onChange={({ target }) => setEverything(target.checked)} />
            to all products
          </label>
        ) : (
          <>
            <label htmlFor="invite-to">to</label>
            <select id="invite-to" value={product} onChange={({ target }) => setProduct(target.value)}>
              <option value={ALL}>all products</option>
              {products.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" className="btn" disabled={invite.isPending}>
          Make a link
        </button>
      </form>
      <p className="small dim mt-2">
        A viewer looks. An editor also decides, connects and imports. An owner also says who may.
      </p>
      {invite.data && <ShownOnce label="The link" secret={invite.data.link} note="It opens once, within a week." />}
      {invite.error && <p role="alert">{invite.error.message}</p>}
    </>
  );
}
