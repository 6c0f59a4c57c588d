/** The reading: the guess, what you may not know, what the year went into, the loop, the map, the lenses, the steps. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { guessQuery, readingQuery } from '../api/queries.ts';
import { problemOf } from '../api/request.ts';
import type { Read } from '../api/types.ts';
import { Failure } from '../frame/failure.tsx';
import { Beside } from './beside.tsx';
import { Findings } from './findings.tsx';
import { Focus } from './focus.tsx';
import { AskGuess, Guessed, useSkipped } from './guess.tsx';
import { Lens } from './lens.tsx';
import { LoopPart } from './loop-part.tsx';
import { MapPart } from './map-part.tsx';
import { NotRead } from './not-read.tsx';
import { Origin } from './origin-part.tsx';
import { Signals } from './signals.tsx';
import { Stamp } from './stamp.tsx';
import { Steps } from './steps.tsx';
import { Sure } from './sure.tsx';
import { Waiting } from './waiting.tsx';

const route = getRouteApi('/p/$product');

export function ReadingPage() {
  const { product } = route.useParams();
  const { near, job } = route.useSearch();
  const { data, error, refetch } = useQuery(readingQuery(product));
  const guess = useQuery(guessQuery(product)).data;
  const [skipped, skip] = useSkipped(product);
  if (!data && error)
    return problemOf(error).code === 'NOT_THERE' ? (
      <NotRead product={product} job={job ?? null} />
    ) : (
      <Failure error={error} again={refetch} />
    );
  if (!data || guess === undefined) return <Waiting words="Fetching the reading." />;
  // Whoever was sent to one figure came for that figure.
  const asks = guess.place === null && !skipped && near === undefined;
  return asks ? (
    <AskGuess product={product} view={data.view} skip={skip} />
  ) : (
    <Answer product={product} read={data} guess={guess.place} job={job ?? null} />
  );
}

interface AnswerProps {
  readonly product: string;
  readonly read: Read;
  readonly guess: Parameters<typeof Guessed>[0]['guess'];
  readonly job: string | null;
}

function Answer({ product, read: { view, reading }, guess, job }: AnswerProps) {
  const beside = (
    <>
      <Origin view={view} />
      <Signals view={view} />
    </>
  );
  return (
    <>
      <Stamp product={product} view={view} job={job} />
      <Guessed guess={guess} view={view} />
      <Findings view={view} />
      <Focus view={view} alone={reading.alone !== null} />
      <div className="duo">
        {view.loop.round ? (
          <LoopPart product={product} view={view} />
        ) : (
          <div className="stack">
            <LoopPart product={product} view={view} />
            {beside}
          </div>
        )}
        <MapPart view={view} guess={guess} />
      </div>
      <div className="duo">
        <Lens lens={view.lenses.product} />
        <Lens lens={view.lenses.customer} />
      </div>
      {view.loop.round && <div className="duo">{beside}</div>}
      <Steps view={view} />
      <Beside view={view} />
      <Sure view={view} />
      <p className="foot">
        {view.foot.map((words) => (
          <span key={words}>{words}</span>
        ))}
        <span>
          <kbd>j</kbd> <kbd>k</kbd> next figure, <kbd>o</kbd> look closer, <kbd>?</kbd> all keys
        </span>
      </p>
    </>
  );
}
