/** One release looked at closely: every ask that it answered in its own words, who was told, and its changes. */
import { useQuery } from '@tanstack/react-query';
import { type Answered, type Release, shippedQuery } from '../api/shipped.ts';
import { Failure } from '../frame/failure.tsx';
import { Said } from '../frame/said.tsx';
import { counted, dayWords } from '../frame/words.ts';
import { Rows } from '../near/rows.tsx';
import { Card } from './card.tsx';
import { HelpedBy } from './helped.tsx';
import { Notes } from './notes.tsx';
import { answeredWords, askWords, wentWords } from './release-words.ts';

export function ReleaseNear({ product, version }: { product: string; version: string }) {
  const { data, error, refetch } = useQuery(shippedQuery(product));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  const release = data.items.find((one) => one.version === version);
  if (release === undefined) return <p>This release is not known any more.</p>;
  const { answered, unasked, at, evidence } = release;
  const helped = answered.filter((ask) => ask.helped !== null).length;
  return (
    <div className="closely">
      <h2 className="wrap-anywhere">{version}</h2>
      <p className="mt-2">{data.linked ? whomOf(release) : 'Whom it answered is not known: asks were not gathered.'}</p>
      <p className="small dim mt-1">
        Out on {dayWords(at)}; {wentWords(release)}
        {data.linked && `, ${unasked} of them asked for by nobody that is known`}.
        {helped > 0 && ` After ${counted(helped, 'answer')} somebody said that it helped.`}
      </p>
      {answered.length > 0 && <h3>What it answered</h3>}
      <ul className="mt-1">
        {answered.map((ask) => (
          <AskRow key={ask.evidence} ask={ask} />
        ))}
      </ul>
      {answered.length > 0 && <HelpedBy product={product} release={version} />}
      <Card product={product} release={version} />
      <Notes product={product} release={version} />
      <Rows product={product} ids={evidence} more={Math.max(0, evidence.length - 100)} />
    </div>
  );
}

function whomOf(release: Release): string {
  const { answered } = release;
  if (answered.length === 0) return 'It answered nobody that is known.';
  const told = answered.filter((ask) => ask.told !== null).length;
  const were = told === 0 ? 'none was' : told === 1 ? 'one was' : `${told} were`;
  return `It answered ${answeredWords(release)} with ${counted(answered.length, 'ask')}; ${were} told.`;
}

function AskRow({ ask }: { ask: Answered }) {
  const { text, url, askedAt } = ask;
  return (
    <li className="row">
      <p className="meta">
        <span>asked {dayWords(askedAt)}</span>
        {url !== null && /^https?:\/\//i.test(url) && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            original<span className="vh"> of “{text}”</span>
          </a>
        )}
      </p>
      <Said words={text} />
      <p className="micro dim">{askWords(ask)}</p>
    </li>
  );
}
