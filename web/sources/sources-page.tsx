/** What a product is read from: how each source stands, what is missing and what would bring it, and the way to another. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sourcesQuery } from '../api/queries.ts';
import type { Source } from '../api/types.ts';
import { Failure } from '../frame/failure.tsx';
import { dayWords } from '../frame/words.ts';
import { Waiting } from '../reading/waiting.tsx';
import { Connect } from './connect.tsx';
import { ReadAgain } from './read-again.tsx';
import { TakenFiles } from './taken-files.tsx';

const route = getRouteApi('/p/$product');
const STRANDS = [
  {
    id: 'ships',
    asks: 'What it ships',
    brought: 'A repository, a changelog, a package or snapshots of a catalogue tell it.',
  },
  { id: 'says', asks: 'What customers say', brought: 'Issues, reviews, tickets or a survey tell it.' },
  {
    id: 'claims',
    asks: 'What the brand claims',
    brought: 'A README, copies of the site or a list of advertisements tell it.',
  },
] as const;

export function SourcesPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(sourcesQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Fetching the sources." />;
  const { items } = data;
  const missing = STRANDS.filter(
    ({ id }) => !items.some(({ strands, state }) => state === 'ok' && strands.includes(id)),
  );
  return (
    <>
      <h1 className="verdict">
        {headOf(
          items.length,
          missing.map(({ asks }) => asks),
        )}
      </h1>
      <Connect product={product} />
      <section aria-labelledby="connected">
        <h2 id="connected">Connected</h2>
        {items.map((source) => (
          <SourceRow key={source.kind + source.origin} source={source} />
        ))}
        {missing.map(({ id, asks, brought }) => (
          <p key={id} className="unlooked mt-3">
            <b>{asks}:</b> nobody looked yet. {brought}
          </p>
        ))}
      </section>
      <TakenFiles product={product} />
      {items.length > 0 && (
        <p className="mt-8">
          <ReadAgain product={product} />
        </p>
      )}
    </>
  );
}

function headOf(count: number, missing: readonly string[]): string {
  if (count === 0) return 'Nothing is connected yet.';
  if (missing.length === 0) return 'All three sides are heard.';
  return `Not heard yet: ${missing.map((asks) => asks.charAt(0).toLowerCase() + asks.slice(1)).join(', ')}.`;
}

function SourceRow({
  source: { title, origin, state, imported, observedUntil, nextAt, missing, strands },
}: {
  source: Source;
}) {
  const known = observedUntil === null ? 'not read yet' : `known until ${dayWords(observedUntil)}`;
  const how = imported ? ', handed over as a file' : '';
  const stopped = state === 'stopped' ? '; it stopped on the way and goes on from there' : '';
  return (
    <div className={`source ${state}`}>
      <div>
        <h3>{title}</h3>
        <p className="small dim">{tells(strands)}</p>
        <p className="mono small wrap-anywhere">{origin}</p>
        {missing.map(({ because, remedy }) => (
          <p key={because} className="small mt-1">
            {because} <b>{remedy}</b>
          </p>
        ))}
      </div>
      <p className="small dim">
        {state === 'failed' && <b className="who-k">✕ could not be read; </b>}
        {known}
        {how}
        {stopped}
        {nextAt !== null && `; to be read next ${dayWords(nextAt)}`}
      </p>
    </div>
  );
}

/** `tells what it ships and what customers say`. */
function tells(strands: readonly string[]): string {
  const asked = STRANDS.filter(({ id }) => strands.includes(id)).map(({ asks }) => asks.toLowerCase());
  return `tells ${[asked.slice(0, -1).join(', '), asked.at(-1)].filter((part) => part !== '').join(' and ')}`;
}
