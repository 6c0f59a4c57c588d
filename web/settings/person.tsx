/** Whoever is signed in: a passkey for the next time, and the way out. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/access.ts';
import { request } from '../api/request.ts';
import { addPasskey, knowsPasskeys } from '../sign-in/passkeys.ts';

export function PersonPart() {
  const { data } = useQuery(sessionQuery);
  const leave = useMutation({
    mutationFn: () => request('/auth/sign-out', { method: 'POST', json: {} }),
    onSuccess: () => window.location.assign('/sign-in'),
  });
  const key = useMutation({ mutationFn: () => addPasskey(data?.person?.email ?? '') });
  if (!data?.person) return null;
  return (
    <section aria-labelledby="you">
      <h2 id="you">You</h2>
      <p className="mt-3">
        {data.person.name} <span className="small dim">{data.person.email}</span>
      </p>
      <p className="others">
        {knowsPasskeys() && (
          <button type="button" className="btn" onClick={() => key.mutate()} disabled={key.isPending}>
            Add a passkey
          </button>
        )}
        <button type="button" className="btn" onClick={() => leave.mutate()} disabled={leave.isPending}>
          Sign out
        </button>
      </p>
      {key.isSuccess && <p role="status">The passkey signs you in from now on.</p>}
      {key.error && <p role="alert">No passkey was made.</p>}
    </section>
  );
}
