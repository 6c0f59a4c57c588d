/** What was released, newest first: how far each went, whom it answered, how long they had waited, who was told. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Release, type Shipped, shippedQuery } from '../api/shipped.ts';
import { Failure } from '../frame/failure.tsx';
import { counted, dayWords } from '../frame/words.ts';
import { LikelyAnswers } from '../links/likely-answers.tsx';
import { Closer } from '../near/closer.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { answeredWords, toldWords, waitedWords, wentWords } from './release-words.ts';
import { StepMark } from './step-mark.tsx';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/p/$product');
/** More are one press away. */
const FIRST = 30;

export function ShippedPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(shippedQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Laying the releases beside what people asked for." />;
  const finals = data.items.filter(({ preview }) => !preview);
  if (finals.length === 0) return <NothingShipped product={product} because={data.because} />;
  return <Releases product={product} finals={finals} shipped={data} />;
}

interface ReleasesProps {
  readonly product: string;
  readonly finals: readonly Release[];
  readonly shipped: Shipped;
}

function Releases({ product, finals, shipped }: ReleasesProps) {
  const [all, setAll] = useState(false);
  const previews = shipped.items.length - finals.length;
  return (
    <>
      <h1 className="verdict">{headOf(finals, shipped.linked)}</h1>
      <p className="deck mt-2">
        Newest first. Work that nobody asked for is a bet, not a fault.
        {previews > 0 && ` ${counted(previews, 'pre-release')} left out.`}
        {!shipped.linked && ' What people asked for was not gathered beside the changes.'}
      </p>
      <LikelyAnswers product={product} />
      <Timeline releases={finals} />
      <ol className="releases mt-6">
        <li className="nrow nhead" aria-hidden="true">
          <span>Released</span>
          <span />
          <span>Version, how far it went</span>
          <span>Answered</span>
          <span>They waited</span>
          <span>Told</span>
        </li>
        {finals.slice(0, all ? finals.length : FIRST).map((release) => (
          <ReleaseRow key={release.version + release.at} release={release} linked={shipped.linked} />
        ))}
      </ol>
      {!all && finals.length > FIRST && (
        <button type="button" className="btn mt-4" onClick={() => setAll(true)}>
          Show {finals.length - FIRST} more
        </button>
      )}
    </>
  );
}

function headOf(finals: readonly Release[], linked: boolean): string {
  const releases = counted(finals.length, 'release');
  if (!linked) return `${releases}; whom they answered is not known.`;
  const answering = finals.filter(({ answered }) => answered.length > 0).length;
  return `${answering} of ${releases} answered somebody.`;
}

function ReleaseRow({ release, linked }: { release: Release; linked: boolean }) {
  const { version, at, step, answered } = release;
  const nobody = linked ? 'nobody that is known' : 'not known';
  return (
    <li className="nrow">
      <p className="small dim">{dayWords(at)}</p>
      <StepMark step={step} />
      <div>
        <h2 className="h3 wrap-anywhere">
          <Closer near={`release:${version}`}>{version}</Closer>
        </h2>
        <p className="small dim">{wentWords(release)}</p>
        {answered[0] && (
          <p className="said sm wrap-anywhere">
            “{answered[0].text}”{' '}
            {answered.length > 1 && <span className="micro dim">and {answered.length - 1} more</span>}
          </p>
        )}
      </div>
      {answered.length === 0 ? (
        <p className="small dim alone">{nobody}</p>
      ) : (
        <>
          <p>
            <span className="only-narrow">answered </span>
            <b>{answeredWords(release)}</b>
          </p>
          <p>
            <span className="only-narrow">waited </span>
            {waitedWords(release)}
          </p>
          <p>
            <span className="only-narrow">told </span>
            {toldWords(release)}
          </p>
        </>
      )}
    </li>
  );
}

function NothingShipped({ product, because }: { product: string; because: string | null }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h1 className="verdict" id="empty">
        No release is known.
      </h1>
      {because !== null && <p className="deck mt-3">{because}</p>}
      <p className="mt-6">
        <Link to="/p/$product/sources" params={{ product }} className="btn main">
          Connect what it ships
        </Link>
      </p>
    </section>
  );
}
