/** The company's own sign-in: one button that leads there and back. */
import { useMutation } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export function Company({ name, back }: { name: string; back: string }) {
  const go = useMutation({
    mutationFn: () =>
      request<{ url: string }>('/auth/sign-in/social', {
        method: 'POST',
        json: { provider: 'openid', callbackURL: back, errorCallbackURL: '/sign-in' },
      }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => go.mutate()} disabled={go.isPending}>
        Sign in with {name}
      </button>
      {go.error && <p role="alert">{go.error.message}</p>}
    </>
  );
}
