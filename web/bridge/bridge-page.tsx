/** What to do this week and this quarter, what was decided against, and what came of what was done. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Action, type Bridge, bridgeQuery } from '../api/bridge.ts';
import { Failure } from '../frame/failure.tsx';
import { counted, dayWords } from '../frame/words.ts';
import { Waiting } from '../reading/waiting.tsx';
import { ActionRow } from './action-row.tsx';
import { DrawnBridge } from './drawn.tsx';
import { History } from './history.tsx';
import { WhatIf } from './what-if.tsx';

const route = getRouteApi('/p/$product');

export function BridgePage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(bridgeQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Counting who waits, and what came of what was done." />;
  if (data.reading === null) return <NothingRead product={product} />;
  return <Planks product={product} bridge={data} />;
}

function Planks({ product, bridge }: { product: string; bridge: Bridge }) {
  const { head, at, week, quarter, more, dropped, done } = bridge;
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const flip = (id: string) => {
    const next = new Set(tried);
    if (!next.delete(id)) next.add(id);
    setTried(next);
  };
  const drawn = [...week, ...quarter];
  const open = [...drawn, ...more];
  const list = (actions: readonly Action[]) => (
    <ol className="planks">
      {actions.map((action) => (
        <ActionRow
          key={action.id}
          place={drawn.includes(action) ? drawn.indexOf(action) + 1 : null}
          action={action}
          tried={tried.has(action.id)}
          flip={() => flip(action.id)}
        />
      ))}
    </ol>
  );
  return (
    <>
      <h1 className="verdict">{head}</h1>
      <p className="deck mt-2">
        In the order of the people who wait{at !== null && `, as of ${dayWords(at)}`}. Open a step to take it up, to say
        that it is done, or to decide against it. What changed lately is on{' '}
        <Link to="/p/$product/since" params={{ product }}>
          the month in ten lines
        </Link>
        .
      </p>
      <DrawnBridge open={drawn} done={done} tried={tried} />
      {week.length > 0 && (
        <section aria-labelledby="week" className="mt-8">
          <h2 id="week">This week</h2>
          <p className="fine">Each takes less than a day.</p>
          {list(week)}
        </section>
      )}
      {quarter.length > 0 && (
        <section aria-labelledby="quarter" className="mt-8">
          <h2 id="quarter">This quarter</h2>
          <p className="fine">One or two bets. What would have to be built is yours to say.</p>
          {list(quarter)}
        </section>
      )}
      {more.length > 0 && (
        <details className="table mt-4">
          <summary>{counted(more.length, 'step')} further down</summary>
          {list(more)}
        </details>
      )}
      <WhatIf product={product} tried={open.filter(({ id }) => tried.has(id))} />
      {dropped.length > 0 && (
        <section aria-labelledby="dropped" className="mt-8">
          <h2 id="dropped">Decided not to</h2>
          {list(dropped)}
        </section>
      )}
      <History done={done} />
      <Exports product={product} />
    </>
  );
}

/** Nothing is sent: what leaves is a file in the reader's hands. */
function Exports({ product }: { product: string }) {
  const shapes = [
    ['markdown', 'Markdown'],
    ['ics', 'Calendar entries'],
    ['csv', 'Issues for GitLab (CSV)'],
    ['gh', 'Issues for GitHub (lines for gh)'],
  ] as const;
  return (
    <section aria-labelledby="take" className="mt-8">
      <h2 id="take">Take it elsewhere</h2>
      <p className="flex flex-wrap gap-4 mt-2">
        {shapes.map(([shape, words]) => (
          <a key={shape} href={`/api/products/${product}/bridge/as/${shape}`} download>
            {words}
          </a>
        ))}
      </p>
      <p className="fine">Nothing is sent by itself.</p>
    </section>
  );
}

function NothingRead({ product }: { product: string }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h1 className="verdict" id="empty">
        Nothing was read yet, so no step can be told.
      </h1>
      <p className="mt-6">
        <Link to="/p/$product" params={{ product }} className="btn main">
          Read it first
        </Link>
      </p>
    </section>
  );
}
