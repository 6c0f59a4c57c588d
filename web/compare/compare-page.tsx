/** Two or more products side by side: one map, then question by question what can be ranked and what cannot. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Comparison } from '#core/comparison.ts';
import { productsQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import type { Product } from '../api/types.ts';
import { Failure } from '../frame/failure.tsx';
import { Top } from '../frame/top.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { ComparedFigures } from './compared-figures.tsx';
import { ComparedMap } from './compared-map.tsx';

export type Spot = readonly [number, number];

export interface Region {
  readonly ninety: readonly Spot[];
  readonly fifty: readonly Spot[];
  readonly middle: Spot;
}

export interface Compared {
  readonly regions: Readonly<Record<string, Region>>;
  readonly comparison: Comparison;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const route = getRouteApi('/compare');

export function ComparePage() {
  const { of } = route.useSearch();
  const chosen = of.split(',').filter((id) => id !== '');
  const { data: all } = useQuery(productsQuery);
  const enough = chosen.length > 1;
  const { data, error } = useQuery({
    queryKey: ['compare', of],
    enabled: enough,
    queryFn: ({ signal }) => request<Compared>(`/compare?of=${encodeURIComponent(of)}`, { signal }),
  });
  useEffect(() => {
    document.title = 'Compare · Bifocal';
  }, []);
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1}>
        <h1 className="verdict">Side by side</h1>
        <Choice all={all?.items ?? []} chosen={chosen} />
        {!enough && <p className="deck">Choose two or more.</p>}
        {enough && error && <Failure part error={error} />}
        {enough && !error && !data && <Waiting words="Holding them against each other." />}
        {enough && data && (
          <>
            <ComparedMap compared={data} />
            <Years comparison={data.comparison} />
            <ComparedFigures compared={data} />
            {data.comparison.notes.map((note) => (
              <p key={note} className="fine">
                {note}
              </p>
            ))}
          </>
        )}
      </main>
    </>
  );
}

function Choice({ all, chosen }: { all: readonly Product[]; chosen: readonly string[] }) {
  const navigate = useNavigate();
  const pick = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    return navigate({ to: '/compare', search: { of: next.join(',') }, replace: true });
  };
  return (
    <fieldset className="one-line">
      <legend className="vh">Products</legend>
      {all
        .filter(({ reading }) => reading !== null)
        .map(({ id, name }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) => void pick(id, target.checked)}
            />
            {name}
          </label>
        ))}
    </fieldset>
  );
}

const KINDS = ['making', 'telling', 'serving'] as const;

function Years({ comparison: { products } }: { comparison: Comparison }) {
  return (
    <section aria-labelledby="years">
      <h2 id="years">In how many of 52 weeks</h2>
      <div className="scrolls">
        <table className="years">
          <thead>
            <tr>
              <th scope="col">Product</th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {kind}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {products.map(({ id, name, weeks }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {KINDS.map((kind) => (
                  <td key={kind}>
                    {weeks[kind] ?? 'not seen'}
                    <Weeks kind={kind} weeks={weeks[kind] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const YEAR = 52;

/** Nobody looked: an empty place, not a bar of no length. */
function Weeks({ kind, weeks }: { kind: (typeof KINDS)[number]; weeks: number | null }) {
  return (
    <svg className={`weeks-of ${kind}`} viewBox={`0 0 ${YEAR} 8`} preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2={YEAR} y1="7.5" y2="7.5" className={weeks === null ? 'unseen' : ''} />
      {weeks !== null && <rect width={weeks} height="8" />}
    </svg>
  );
}
