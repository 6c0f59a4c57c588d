/** Where a link leads by which somebody chooses a new password. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { problemOf, request } from '../api/request.ts';
import { Top } from '../frame/top.tsx';

export function PasswordPage() {
  // Behind the #, so that it stands in no log.
  const [token] = useState(() => window.location.hash.slice(1));
  const choose = useMutation({
    mutationFn: (newPassword: string) =>
      request('/auth/reset-password', { method: 'POST', json: { token, newPassword } }),
  });
  useEffect(() => {
    document.title = 'A new password · Bifocal';
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    choose.mutate(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1} className="door">
        <h1 className="verdict">A new password</h1>
        {choose.isSuccess ? (
          <>
            <p className="deck">It is yours now. Everywhere else you were signed out.</p>
            <p>
              <a className="btn main" href="/sign-in">
                Sign in
              </a>
            </p>
          </>
        ) : (
          <form onSubmit={submit} className="names">
            <label htmlFor="password">New password</label>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="new-password"
              required
              minLength={15}
              maxLength={128}
              aria-describedby="password-note"
            />
            <p id="password-note" className="small dim">
              At least 15 characters. A few words in a row are easy to remember.
            </p>
            <button type="submit" className="btn main" disabled={choose.isPending || token === ''}>
              Keep it
            </button>
            {choose.error && <p role="alert">{wordsOf(choose.error)}</p>}
          </form>
        )}
      </main>
    </>
  );
}

function wordsOf(error: Error): string {
  const { message } = problemOf(error);
  return /token/i.test(message) ? 'This link was used, or is too old. Ask an owner for another.' : message;
}
