/** The Mirror Test: what leaders, staff and customers think, question by question, beside what was measured. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import { type Round, resultQuery, roundsQuery } from '../api/rounds.ts';
import { Failure } from '../frame/failure.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { Begin } from './begin.tsx';
import { OpenRound } from './open-round.tsx';
import { ResultOf } from './result.tsx';

const route = getRouteApi('/p/$product/mirror');

export function MirrorPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(roundsQuery(product));
  const { round: chosen } = route.useSearch();
  const navigate = useNavigate({ from: '/p/$product/mirror' });
  const [beginning, setBeginning] = useState(false);
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Looking for rounds." />;
  const rounds = data.items;
  const choose = ({ target: { value } }: ChangeEvent<HTMLSelectElement>) =>
    void navigate({ search: (was) => ({ ...was, round: value }) });
  const done = () => {
    setBeginning(false);
    // The newest, which is the one that was just begun.
    void navigate({ search: ({ round: _, ...was }) => was });
  };
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.at(-1);
  if (!round || beginning) return <Begin product={product} first={!round} done={done} />;
  return (
    <>
      <div className="stamp mrounds">
        <label>
          Round{' '}
          <select className="pick" value={round.id} onChange={choose}>
            {rounds.toReversed().map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className="flex flex-wrap gap-2">
          <Link className="btn tiny" to="/p/$product/year" params={{ product }}>
            The year on one page
          </Link>
          <button type="button" className="btn tiny" onClick={() => setBeginning(true)}>
            Begin a new round
          </button>
        </span>
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
