/** What people need beneath what they ask for: most people first, one of them open beside the page. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { memo, useState, useTransition } from 'react';
import { type Need, type Needs, needsQuery } from '../api/needs.ts';
import { Failure } from '../frame/failure.tsx';
import { Said } from '../frame/said.tsx';
import { counted, dayWords } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { ChoosePart } from './choose-part.tsx';
import { Course } from './course.tsx';
import { narrowed } from './narrowed.ts';
import { courseWords, trendWords } from './need-words.ts';
import { NothingHeard } from './nothing-heard.tsx';
import { loudest, Rays } from './rays.tsx';

const route = getRouteApi('/p/$product');
/** More are one press away, so many at a time: a thousand at once held the page for two seconds. */
const FIRST = 40;
const STEP = 100;

export function NeedsPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(needsQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Looking beneath what people ask for. The first time takes a while." />;
  if (data.items.length === 0) return <NothingHeard product={product} pieces={data.pieces} />;
  return <Ranked product={product} needs={data} />;
}

function Ranked({ product, needs }: { product: string; needs: Needs }) {
  const { items, pieces, foundIn, unsorted, until } = needs;
  const [most, setMost] = useState(FIRST);
  const [part, setPart] = useState('');
  // Between two paints there is not room for a hundred rows: the press is seen at once, the rows come when they are ready.
  const [coming, come] = useTransition();
  const shown = narrowed(items, part);
  const crowd = Math.max(1, ...shown.map(({ people }) => people));
  const busiest = Math.max(1, ...shown.flatMap(({ course }) => course));
  const first = loudest(items);
  const left = shown.length - most;
  const waiting = items.reduce((sum, need) => sum + (need.waiting > 0 ? 1 : 0), 0);
  return (
    <>
      <p className="stamp">
        Heard until <b>{until === null ? 'an unknown day' : dayWords(until)}</b>.{' '}
        {counted(unsorted, 'piece fits', 'pieces fit')} no need.
        {foundIn !== null &&
          ` Found in ${counted(foundIn, 'piece')}, evenly drawn; each other joined the need that it is nearest to.`}
      </p>
      <h1 className="verdict">
        {counted(items.length, 'need')} in {counted(pieces, 'piece')} of feedback. In {waiting} somebody waits for an
        answer.
      </h1>
      <p className="deck mt-2">
        Most people first. Names are words that its people use more than others do: give one a better name, and it keeps
        it.
      </p>
      {first && <Rays product={product} need={first} />}
      <ChoosePart needs={needs} part={part} choose={setPart} />
      <ol className="ranked mt-6">
        <li className="nrow nhead" aria-hidden="true">
          <span />
          <span>They need</span>
          <span>People</span>
          <span>Two years, and this year</span>
          <span>No human answer yet</span>
        </li>
        {shown.slice(0, most).map((need, at) => (
          <NeedRow key={need.id} need={need} place={at + 1} crowd={crowd} busiest={busiest} />
        ))}
      </ol>
      {left > 0 && (
        <button
          type="button"
          className="btn mt-4"
          aria-busy={coming}
          onClick={() => come(() => setMost((now) => now + STEP))}
        >
          Show {left > STEP ? `${STEP} more of ${left}` : `${left} more`}
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly need: Need;
  readonly place: number;
  /** People of the longest bar, and of the highest. */
  readonly crowd: number;
  readonly busiest: number;
}

const NeedRow = memo(function NeedRow({ need, place, crowd, busiest }: RowProps) {
  const { id, name, statement, people, lastYear, trend, waiting, course } = need;
  return (
    <li className="nrow">
      <span className="place" aria-hidden="true">
        {place}
      </span>
      <div>
        <h2 className="h3">
          <Closer near={`need:${id}`}>{name}</Closer>
        </h2>
        {statement && <Said words={statement.text} />}
      </div>
      <p className="who">
        <b>{people}</b> <span className="only-narrow">people</span>
        <svg className="crowd" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect width={(100 * people) / crowd} height="6" />
        </svg>
      </p>
      <p>
        <Course course={course} most={busiest} says={courseWords(course)} />
        <b>{lastYear}</b> <span className="only-narrow">this year</span>
        <span className={`block small ${trend === 'more' || trend === 'fewer' ? '' : 'dim'}`}>{trendWords(need)}</span>
      </p>
      <p>
        {waiting > 0 && <span aria-hidden="true">○ </span>}
        {waiting === 0 ? 'nobody waits' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'}`}
      </p>
    </li>
  );
});
