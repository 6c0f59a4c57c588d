/** A product that no reading was made of yet: the one press that makes it, and how far it is. */
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useJob } from '../api/follow-job.ts';
import { request } from '../api/request.ts';
import type { Begun } from '../api/types.ts';
import { JobLine } from '../frame/job-line.tsx';
import { Waiting } from './waiting.tsx';

export function NotRead({ product, job: id }: { product: string; job: string | null }) {
  const navigate = useNavigate();
  const job = useJob(id);
  const begin = useMutation({
    mutationFn: () => request<Begun>(`/products/${product}/reading`, { method: 'POST' }),
    onSuccess: ({ job: { id: begun } }) => navigate({ to: '.', search: (search) => ({ ...search, job: begun }) }),
  });
  if (id !== null && job?.state !== 'failed')
    return (
      <Waiting words="The first reading is being made.">
        <JobLine job={job} />
      </Waiting>
    );
  return (
    <section className="empty" aria-labelledby="empty">
      <h1 className="verdict" id="empty">
        Nothing was read yet.
      </h1>
      <p className="deck mt-3">Bifocal says nothing about a product before it has read it.</p>
      {job?.state === 'failed' && <JobLine job={job} />}
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="button" className="btn main" onClick={() => begin.mutate()} disabled={begin.isPending}>
          Read it now
        </button>
        <Link to="/p/$product/sources" params={{ product }} className="btn">
          See its sources
        </Link>
      </p>
    </section>
  );
}
