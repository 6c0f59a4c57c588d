/** The product at its best and the ideal customer, apart; then needs by groups of customers, together. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Grouping, PackageTold } from '#core/package.ts';
import { packageQuery } from '../api/package.ts';
import { Failure } from '../frame/failure.tsx';
import { counted, dayWords } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';
import { NothingHeard } from '../needs/nothing-heard.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { PackageTable } from './package-table.tsx';

const route = getRouteApi('/p/$product');

export function PackagePage() {
  const { product } = route.useParams();
  const [by, choose] = useState<Grouping | null>(null);
  const { data, error, refetch } = useQuery(packageQuery(product, by));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Looking who praises it, and what they still miss." />;
  if (data.by === null) return <NothingHeard product={product} pieces={0} />;
  return <Package told={data} choose={choose} />;
}

function Package({ told, choose }: { told: PackageTold; choose: (by: Grouping) => void }) {
  const { head, until, by, ways, best, bestBecause, ideal, tinker } = told;
  return (
    <>
      <h1 className="verdict">{head}</h1>
      {until !== null && <p className="deck mt-2">Heard until {dayWords(until)}. A person counts once.</p>}
      <section aria-labelledby="best" className="mt-8">
        <h2 id="best">Apart: the product at its best</h2>
        {bestBecause !== null && <p className="mt-2">{bestBecause}</p>}
        {best.map(({ need, says, people, quotes }) => (
          <div key={need} className="mt-4">
            <p>
              <Closer near={`need:${need}`}>{says}</Closer> {counted(people, 'person praises', 'people praise')} it.
            </p>
            {quotes.map(({ evidence, text }) => (
              <blockquote key={evidence} className="said sm wrap-anywhere">
                “{text}”
              </blockquote>
            ))}
          </div>
        ))}
      </section>
      <section aria-labelledby="ideal" className="mt-8">
        <h2 id="ideal">Apart: the ideal customer</h2>
        <p className="mt-2">
          {ideal.group === null ? ideal.sentence : <Closer near="package:ideal">{ideal.sentence}</Closer>}
        </p>
      </section>
      <section aria-labelledby="together" className="mt-8">
        <h2 id="together">Together: needs by {by}</h2>
        {ways.length > 1 && (
          <p className="flex flex-wrap gap-2 mt-2">
            {ways.map((way) => (
              <button
                key={way}
                type="button"
                className="btn tiny"
                aria-pressed={way === by}
                onClick={() => choose(way)}
              >
                By {way}
              </button>
            ))}
          </p>
        )}
        <p className="small dim mt-2">
          A bar is everybody of the group who speaks of it; the full part got it, or praises it.
        </p>
        <PackageTable told={told} />
      </section>
      <section aria-labelledby="tinker" className="mt-8">
        <h2 id="tinker">The smallest tinker that would make it tailor-made</h2>
        <p className="mt-2">
          {tinker.need === null ? tinker.sentence : <Closer near="package:tinker">{tinker.sentence}</Closer>}
        </p>
      </section>
    </>
  );
}
