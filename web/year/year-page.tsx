/** A year on one page, to be printed for those who meet once a year: place, culture and promises. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Year, yearQuery } from '../api/year.ts';
import { Failure } from '../frame/failure.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { Gaps } from './gaps.tsx';
import { Places } from './places.tsx';
import { PromisesDue } from './promises-due.tsx';

const route = getRouteApi('/p/$product');

export function YearPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(yearQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Laying the year side by side." />;
  return data.year === null ? <Nothing product={product} /> : <Whole product={product} year={data.year} />;
}

function Nothing({ product }: { product: string }) {
  return (
    <>
      <h1 className="verdict">Nothing was read yet, and no round was closed.</h1>
      <p className="mt-6">
        <Link to="/p/$product" params={{ product }} className="btn main">
          Read it first
        </Link>
      </p>
    </>
  );
}

function Whole({ product, year }: { product: string; year: Year }) {
  const { says } = year;
  return (
    <article className="year">
      <h1 className="verdict">{says.head}</h1>
      <section aria-labelledby="year-place">
        <h2 id="year-place">Place</h2>
        <p className="deck">{says.place}</p>
        <Places year={year} />
      </section>
      <section aria-labelledby="year-culture">
        <h2 id="year-culture">Culture</h2>
        <p className="deck">{says.culture}</p>
        <Gaps year={year} />
      </section>
      <section aria-labelledby="year-promises">
        <h2 id="year-promises">Promises</h2>
        <p className="deck">{says.promises}</p>
        <PromisesDue year={year} />
      </section>
      <p className="fine year-foot">
        Brackets hold what each figure may be. Groups under five are never shown; where nearly all said the same there
        is no figure.
      </p>
      <p className="year-acts">
        <button type="button" className="btn main" onClick={() => print()}>
          Print on one page
        </button>
        <Link className="btn" to="/p/$product/mirror" params={{ product }}>
          To the Mirror Test
        </Link>
        <Link className="btn" to="/p/$product/claims" params={{ product }}>
          To the claims
        </Link>
      </p>
    </article>
  );
}
