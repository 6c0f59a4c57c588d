/** Of when the reading is and what it rests on; the way to read again, and how far that is. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { View } from '#report/view.ts';
import { useJob } from '../api/follow-job.ts';
import { request } from '../api/request.ts';
import type { Begun } from '../api/types.ts';
import { JobLine } from '../frame/job-line.tsx';

export function Stamp({ product, view, job: id }: { product: string; view: View; job: string | null }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const job = useJob(id);
  const again = useMutation({
    mutationFn: () => request<Begun>(`/products/${product}/reading`, { method: 'POST' }),
    onSuccess: ({ job: { id: begun } }) => navigate({ to: '.', search: (search) => ({ ...search, job: begun }) }),
  });
  useEffect(() => {
    if (job?.state !== 'done') return;
    void client.invalidateQueries({ queryKey: ['reading', product] });
    void navigate({ to: '.', search: ({ job: _, ...rest }) => rest, replace: true, resetScroll: false });
  }, [job?.state, client, navigate, product]);
  return (
    <div className="stamp">
      Reading of <b>{view.day}</b>. {view.restsOn}{' '}
      {id === null ? (
        <button type="button" className="pick" onClick={() => again.mutate()} disabled={again.isPending}>
          Read again
        </button>
      ) : (
        <JobLine job={job} />
      )}
      {again.error && <span role="alert"> {again.error.message}</span>}
    </div>
  );
}
