/** First Monday: what changed in about a month, in at most ten lines. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sinceQuery } from '../api/tell.ts';
import { Failure } from '../frame/failure.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { Drawn } from './drawn.tsx';
import { monthSentence } from './month-sentence.ts';

const route = getRouteApi('/p/$product');

export function SincePage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(sinceQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Laying the month beside the one before." />;
  return (
    <>
      {data.figures && <p className="stamp">{data.head}</p>}
      <h1 className="verdict">{data.figures ? monthSentence(data.figures) : data.head}</h1>
      {data.lines.length === 0 ? (
        <p className="mt-6">
          <Link to="/p/$product" params={{ product }} className="btn main">
            Read it first
          </Link>
        </p>
      ) : (
        <dl className="month mt-6">
          {data.lines.map(({ head, says }) => (
            <div key={`${head} ${says}`} className="contents">
              <dt>{head}</dt>
              <dd className="wrap-anywhere">
                {says}
                {data.figures && <Drawn head={head} figures={data.figures} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="fine mt-6">
        The same on a terminal: <span className="mono">bifocal since</span>. What to do about it is on{' '}
        <Link to="/p/$product/bridge" params={{ product }}>
          the Bridge
        </Link>
        .
      </p>
    </>
  );
}
