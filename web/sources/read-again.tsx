/** The press that makes a new reading, and shows it when it is done. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { request } from '../api/request.ts';
import type { Begun } from '../api/types.ts';

export function ReadAgain({ product, close }: { product: string; close?: () => void }) {
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () => request<Begun>(`/products/${product}/reading`, { method: 'POST' }),
    onSuccess: ({ job }) => {
      close?.();
      return navigate({ to: '/p/$product', params: { product }, search: { job: job.id } });
    },
  });
  return (
    <>
      <button type="button" className="btn main" onClick={() => begin.mutate()} disabled={begin.isPending}>
        Read again
      </button>
      {begin.error && <span role="alert">{begin.error.message}</span>}
    </>
  );
}
