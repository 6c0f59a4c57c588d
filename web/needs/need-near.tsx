/** One need looked at closely: what they asked for beside what they need, the counts, its name, its evidence. */
import { useQuery } from '@tanstack/react-query';
import { ASKS, needQuery, type WholeNeed } from '../api/needs.ts';
import { Failure } from '../frame/failure.tsx';
import { Said } from '../frame/said.tsx';
import { Rows } from '../near/rows.tsx';
import { Course } from './course.tsx';
import { DecideNeed } from './decide-need.tsx';
import { courseWords, factsOf, sinceWords } from './need-words.ts';

/** Rows that are fetched at once. */
const FETCHED = 100;

export function NeedNear({ product, id }: { product: string; id: string }) {
  const { data, error, refetch } = useQuery(needQuery(product, id));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  const ids = data.evidence.map((one) => one.id);
  return (
    <div className="closely">
      <h2>{data.name}</h2>
      <p className="small dim mt-2">{sinceWords(data)} Named by Bifocal unless somebody named it.</p>
      <DecideNeed key={id} product={product} need={data} />
      <Beneath need={data} />
      <figure className="mt-6">
        <Course course={data.course} most={Math.max(...data.course)} says={courseWords(data.course)} />
        <figcaption className="fine">
          People in each four weeks of two years, {Math.max(...data.course)} at most.
        </figcaption>
      </figure>
      <dl className="facts">
        {factsOf(data).map(([word, says]) => (
          <div key={word} className="contents">
            <dt>{word}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <Rows product={product} ids={ids} more={Math.max(0, data.pieces - FETCHED)} />
    </div>
  );
}

function Beneath({ need: { asks, statement } }: { need: WholeNeed }) {
  return (
    <div className="beneath">
      <section aria-label="They asked for">
        <h3>They asked for</h3>
        <ul>
          {asks.slice(0, ASKS).map(({ evidence, text }) => (
            <li key={evidence}>
              <Said words={text} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="They need">
        <h3>They need</h3>
        {statement ? (
          <Said words={statement.text} large />
        ) : (
          <p className="small dim">Nobody says it in one sentence.</p>
        )}
      </section>
    </div>
  );
}
