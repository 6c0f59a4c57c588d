/** Every audit, question by question: its figure where there is one, what is short where there is none. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { View } from '#report/view.ts';
import { readingQuery } from '../api/queries.ts';
import { problemOf } from '../api/request.ts';
import { Failure } from '../frame/failure.tsx';
import { WithCommands } from '../frame/with-commands.tsx';
import { AuditMark } from '../near/audit-near.tsx';
import { Closer } from '../near/closer.tsx';
import { NotRead } from '../reading/not-read.tsx';
import { Waiting } from '../reading/waiting.tsx';

const route = getRouteApi('/p/$product');

type Audit = View['audits'][number];

const GROUPS = [
  { id: 'product', name: 'Product', has: ({ lens, answers }: Audit) => lens === 'product' && answers !== null },
  { id: 'customer', name: 'Customer', has: ({ lens, answers }: Audit) => lens === 'customer' && answers !== null },
  { id: 'beside', name: 'Beside the lenses', has: ({ answers }: Audit) => answers === null },
] as const;

export function AuditsPage() {
  const { product } = route.useParams();
  const { job } = route.useSearch();
  const { data, error, refetch } = useQuery(readingQuery(product));
  if (!data && error)
    return problemOf(error).code === 'NOT_THERE' ? (
      <NotRead product={product} job={job ?? null} />
    ) : (
      <Failure error={error} again={refetch} />
    );
  if (!data) return <Waiting words="Fetching the audits." />;
  const { audits } = data.view;
  const figures = audits.filter(({ figure }) => figure !== null).length;
  return (
    <>
      <p className="stamp">
        Reading of <b>{data.view.day}</b>. {data.view.restsOn}
      </p>
      <h1 className="verdict">
        {figures} of {audits.length} questions have a figure.
      </h1>
      <p className="deck mt-2">
        Each opens to how it is measured, how it could be gamed, and the words that it rests on.
      </p>
      {GROUPS.map(({ id, name, has }) => (
        <section key={id} aria-labelledby={`audits-${id}`}>
          <h2 id={`audits-${id}`}>{name}</h2>
          <div className="audits">
            {audits.filter(has).map((audit) => (
              <AuditRow key={audit.id} audit={audit} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function AuditRow({ audit }: { audit: Audit }) {
  return (
    <article className="arow">
      <div>
        <h3>
          <Closer near={`audit:${audit.id}`}>{audit.question}</Closer>
        </h3>
        <p className="small dim">
          <WithCommands words={audit.because} />
        </p>
      </div>
      <p className="num figure">{audit.figure ?? ''}</p>
      <AuditMark audit={audit} />
    </article>
  );
}
