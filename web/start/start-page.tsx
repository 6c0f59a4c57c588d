/** The first page: what is known already, and the way to a reading of one's own or of a sample. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useJob } from '../api/follow-job.ts';
import { productsQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import type { Begun, Product } from '../api/types.ts';
import { Failure } from '../frame/failure.tsx';
import { JobLine } from '../frame/job-line.tsx';
import { Top } from '../frame/top.tsx';
import { dayWords } from '../frame/words.ts';
import { OrganisationLinks } from '../organisation/links.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { DropAnywhere } from '../sources/drop-anywhere.tsx';
import { Ask } from './ask.tsx';
import { Somewhere } from './somewhere.tsx';

const route = getRouteApi('/');

export function StartPage() {
  const { job: id } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(productsQuery);
  const job = useJob(id ?? null);
  const begin = useMutation({
    mutationFn: (target: string) => request<Begun>('/products', { method: 'POST', json: { target } }),
    onSuccess: ({ job: { id: begun } }) => navigate({ to: '/', search: { job: begun } }),
  });
  useEffect(() => {
    document.title = 'Bifocal';
  }, []);
  useEffect(() => {
    if (job?.state === 'done' && job.productId !== null)
      void navigate({ to: '/p/$product', params: { product: job.productId }, replace: true });
  }, [job, navigate]);
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1}>
        {id !== undefined && job?.state !== 'failed' ? (
          <Waiting words="The reading is being made. It is usually a minute, longer for a long history.">
            <JobLine job={job} />
          </Waiting>
        ) : (
          <>
            {job?.error && (
              <p className="failed" role="alert">
                <b>{job.error.message}</b> {job.error.hint}
              </p>
            )}
            <div className="begins">
              <Ask first={data?.items.length === 0} busy={begin.isPending} error={begin.error} begin={begin.mutate} />
              <Somewhere />
            </div>
            {error && <Failure part error={error} again={refetch} />}
            {data && data.items.length > 0 && <Products products={data.items} />}
            <OrganisationLinks />
          </>
        )}
      </main>
      <DropAnywhere product={null} />
    </>
  );
}

function Products({ products }: { products: readonly Product[] }) {
  return (
    <section aria-labelledby="products">
      <h2 id="products">Read before</h2>
      <ul className="products">
        {products.map(({ id, name, sample, reading }) => (
          <li key={id}>
            <Link to="/p/$product" params={{ product: id }} className="ev">
              {name}
            </Link>
            <span className="small dim">
              {reading === null ? 'not read yet' : `reading of ${dayWords(reading.at)}`}
              {sample && '; a sample, invented'}
            </span>
          </li>
        ))}
      </ul>
      {products.filter(({ reading }) => reading !== null).length > 1 && (
        <p className="mt-4">
          <Link to="/compare" search={{ of: '' }} className="ev">
            Hold some of them against each other
          </Link>
        </p>
      )}
    </section>
  );
}
