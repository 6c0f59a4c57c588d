/** Where a link leads that invites somebody: what it opens, and who they are. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { type Invitation, sessionQuery } from '../api/access.ts';
import { request } from '../api/request.ts';
import { Failure } from '../frame/failure.tsx';
import { Top } from '../frame/top.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { Company } from './company.tsx';

const ROLES = { owner: 'an owner', editor: 'an editor', viewer: 'a viewer' } as const;

export function JoinPage() {
  // Behind the #, so that it stands in no log; whoever comes back from elsewhere brings it in a cookie.
  const [token] = useState(() => window.location.hash.slice(1) || undefined);
  const { data: session } = useQuery(sessionQuery);
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    enabled: token !== undefined,
    queryFn: () => request<Invitation>('/invitations/look', { method: 'POST', json: { token } }),
  });
  const join = useMutation({
    mutationFn: (who: object) => request('/invitations/accept', { method: 'POST', json: { token, ...who } }),
    onSuccess: () => window.location.assign('/'),
  });
  useEffect(() => {
    document.title = 'Join · Bifocal';
  }, []);
  const known = session?.person ?? null;
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1} className="door">
        {error && <Failure error={error} />}
        {!error && !session && <Waiting words="Looking at the link." />}
        {!error && session && (
          <>
            <h1 className="verdict">{data ? `Join ${data.product ?? data.organisation}` : 'Join'}</h1>
            {data && <p className="deck">As {ROLES[data.role]}. The link opens once.</p>}
            {known ? (
              <p className="others">
                <button type="button" className="btn main" onClick={() => join.mutate({})} disabled={join.isPending}>
                  Join as {known.name}
                </button>
              </p>
            ) : (
              <>
                <NewPerson join={join.mutate} busy={join.isPending} />
                {session.openId && (
                  <p className="others">
                    <Company name={session.openId} back="/join" />
                  </p>
                )}
                <p className="small dim">
                  You have an account?{' '}
                  <a href={`/sign-in?back=${encodeURIComponent(`/join#${token ?? ''}`)}`}>Sign in</a> first, then join.
                </p>
              </>
            )}
            {join.error && <p role="alert">{join.error.message}</p>}
          </>
        )}
      </main>
    </>
  );
}

function NewPerson({ join, busy }: { join: (who: object) => void; busy: boolean }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    join(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit} className="names">
      <label htmlFor="name">Your name</label>
      <input id="name" name="name" type="text" autoComplete="name" required maxLength={200} />
      <label htmlFor="email">E-mail</label>
      <input id="email" name="email" type="email" autoComplete="username" required />
      <label htmlFor="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={15}
        aria-describedby="password-note"
      />
      <p id="password-note" className="small dim">
        At least 15 characters. A few words in a row are easy to remember.
      </p>
      <button type="submit" className="btn main" disabled={busy}>
        Join
      </button>
    </form>
  );
}
