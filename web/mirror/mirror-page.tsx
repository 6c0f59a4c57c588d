/** The Mirror Test: what leaders, staff and customers think, question by question, beside what was measured. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type Round, resultQuery, roundsQuery } from '../api/rounds.ts';
import { Failure } from '../frame/failure.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { Begin } from './begin.tsx';
import { OpenRound } from './open-round.tsx';
import { ResultOf } from './result.tsx';

const route = getRouteApi('/p/$product');

export function MirrorPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(roundsQuery(product));
  const [chosen, setChosen] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(false);
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Looking for rounds." />;
  const rounds = data.items;
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.at(-1);
  if (!round || beginning) return <Begin product={product} first={!round} done={() => setBeginning(false)} />;
  return (
    <>
      <div className="stamp mrounds">
        <label>
          Round{' '}
          <select className="pick" value={round.id} onChange={(event) => setChosen(event.target.value)}>
            {rounds.toReversed().map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn tiny" onClick={() => setBeginning(true)}>
          Begin a new round
        </button>
      </div>
      {round.closesAt === null ? (
        <OpenRound key={round.id} product={product} round={round} />
      ) : (
        <Closed key={round.id} product={product} round={round} />
      )}
    </>
  );
}

function Closed({ product, round }: { product: string; round: Round }) {
  const { data, error, refetch } = useQuery(resultQuery(product, round.id));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Putting the answers beside the evidence." />;
  return <ResultOf product={product} result={data} />;
}
