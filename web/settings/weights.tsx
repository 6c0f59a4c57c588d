/** Weights of one's own: how much each question counts, and what that would do to either lens, as it is moved. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { View } from '#report/view.ts';
import { readingQuery } from '../api/queries.ts';
import { keepWeights, keptWeights, type Weights, weightsIn, weightsQuery, weightsText } from '../api/weights.ts';

const route = getRouteApi('/p/$product/settings');
const LENSES = ['product', 'customer'] as const;
const NAMES = { product: 'Product', customer: 'Customer' } as const;
/** The API takes so much. */
const MOST = 4;
const STEP = 0.5;

export function WeightsPart({ product }: { product: string }) {
  const { weights: shared } = route.useSearch();
  const text = shared ?? keptWeights(product);
  const weights = weightsIn(text);
  const navigate = useNavigate({ from: '/p/$product/settings' });
  const { data: read } = useQuery(readingQuery(product));
  const { data: under, error } = useQuery({ ...weightsQuery(product, text), enabled: read !== undefined });
  if (!read) return <p className="small dim mt-3">Nothing was read yet: there is nothing to weigh.</p>;
  const put = (next: Weights) => {
    const kept = weightsText(next);
    keepWeights(product, kept);
    void navigate({
      search: ({ weights: _, ...rest }) => (kept === '' ? rest : { ...rest, weights: kept }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <div className="weights mt-3">
        {LENSES.map((lens) => (
          <fieldset key={lens}>
            <legend>
              <b>{NAMES[lens]}</b>
            </legend>
            {read.view.lenses[lens].questions.map((question) => (
              <Weight
                key={question.id}
                question={question}
                weight={weights[question.id] ?? 1}
                put={(weight) => put({ ...weights, [question.id]: weight })}
              />
            ))}
            <p className="small mt-2" role="status">
              {under?.says[lens]}
            </p>
          </fieldset>
        ))}
      </div>
      {error && <p role="alert">{error.message}</p>}
      <p className="mt-3">
        <button type="button" className="btn" disabled={text === ''} onClick={() => put({})}>
          Count each once
        </button>
      </p>
    </>
  );
}

interface WeightProps {
  readonly question: View['lenses']['product']['questions'][number];
  readonly weight: number;
  readonly put: (weight: number) => void;
}

function Weight({ question: { id, question, value, score }, weight, put }: WeightProps) {
  const counts = weight === 0 ? 'left out' : weight === 1 ? 'counts once' : `counts ${weight} times`;
  return (
    <p className="weight">
      <label htmlFor={`weight-${id}`}>
        {question} <span className="small dim">{score === null ? 'no score, counts nothing' : value}</span>
      </label>
      <input
        id={`weight-${id}`}
        type="range"
        min="0"
        max={MOST}
        step={STEP}
        value={weight}
        disabled={score === null}
        aria-valuetext={counts}
        onChange={({ target }) => put(Number(target.value))}
      />
      <span className="small">{score === null ? '' : counts}</span>
    </p>
  );
}
