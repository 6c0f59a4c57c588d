/** Signing in: by e-mail and password, by a passkey, or by the company's own sign-in. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { sessionQuery } from '../api/access.ts';
import { request } from '../api/request.ts';
import { Top } from '../frame/top.tsx';
import { Company } from './company.tsx';
import { knowsPasskeys, signInWithPasskey } from './passkeys.ts';

export function SignInPage() {
  const { data: session } = useQuery(sessionQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => request('/auth/sign-in/email', { method: 'POST', json: { email, password } }),
    onSuccess: goBack,
  });
  const key = useMutation({ mutationFn: signInWithPasskey, onSuccess: goBack });
  useEffect(() => {
    document.title = 'Sign in · Bifocal';
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1} className="door">
        <h1 className="verdict">Sign in</h1>
        <form onSubmit={submit} className="names">
          <label htmlFor="email">E-mail</label>
          <input
            id="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <label htmlFor="password">Password</label>
          <input
            id="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          <button type="submit" className="btn main" disabled={enter.isPending}>
            Sign in
          </button>
          {enter.error && <p role="alert">{enter.error.message}</p>}
        </form>
        <p className="others">
          {knowsPasskeys() && (
            <button type="button" className="btn" onClick={() => key.mutate()} disabled={key.isPending}>
              Use a passkey
            </button>
          )}
          {session?.openId && <Company name={session.openId} back="/" />}
        </p>
        {key.error && <p role="alert">No passkey signed you in. Try again, or use your password.</p>}
        <p className="small dim">No account yet, or the password forgotten? An owner can send you a link.</p>
      </main>
    </>
  );
}

/** To where one wanted to go, within this app alone. */
function goBack(): void {
  const wanted = new URLSearchParams(window.location.search).get('back') ?? '/';
  window.location.assign(/^\/(?![/\\])/.test(wanted) ? wanted : '/');
}
