/** Which change answers which ask where nobody wrote it down: the likeliest first, yes or no by hand or by key. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type LinkMethod, type LinkVerb, linksQuery } from '../api/links.ts';
import { Failure } from '../frame/failure.tsx';
import { counted } from '../frame/words.ts';
import { Waiting } from '../reading/waiting.tsx';
import { useLinkKeys } from './link-keys.ts';
import { LinkRow } from './link-row.tsx';
import { useDecideLink } from './use-decide-link.ts';

const route = getRouteApi('/p/$product');
const OF_LINK = 'link:';

type Decide = (id: string, verb: LinkVerb) => void;

const PARTS: readonly { readonly method: LinkMethod; readonly head: string }[] = [
  { method: 'offered', head: 'Perhaps' },
  { method: 'recovered', head: 'Taken, though nobody wrote it down' },
  { method: 'confirmed', head: 'Somebody said yes' },
  { method: 'vetoed', head: 'Somebody said no' },
];

export function LinksPage() {
  const { product } = route.useParams();
  const { near } = route.useSearch();
  const { data, error, refetch } = useInfiniteQuery(linksQuery(product, 'offered'));
  const { mutate, error: problem } = useDecideLink(product);
  const decide = useCallback<Decide>((id, verb) => mutate({ id, verb }), [mutate]);
  const offered = data?.pages.flatMap(({ items }) => items) ?? [];
  const opened = near?.startsWith(OF_LINK) ? near.slice(OF_LINK.length) : null;
  useLinkKeys(opened ?? offered.find(({ method }) => method === 'offered')?.id ?? null, decide);
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Looking for changes that may answer an ask." />;
  const waiting = data.pages[0]?.total ?? 0;
  return (
    <>
      <p className="stamp">
        <Link to="/p/$product/shipped" params={{ product }}>
          Shipped
        </Link>
      </p>
      <h1 className="verdict">
        {waiting === 0
          ? 'No likely answer waits for a look.'
          : `${counted(waiting, 'likely answer')} ${waiting === 1 ? 'waits' : 'wait'} for a look.`}
      </h1>
      <p className="deck mt-2">
        Each is an ask, and a change that may answer it; nobody wrote it down. Say yes or no: later readings obey, and
        anything can be taken back.
      </p>
      {problem && <p role="alert">{problem.message}</p>}
      {PARTS.map((part) => (
        <Part key={part.method} product={product} {...part} decide={decide} />
      ))}
    </>
  );
}

interface PartProps {
  readonly product: string;
  readonly method: LinkMethod;
  readonly head: string;
  readonly decide: Decide;
}

function Part({ product, method, head, decide }: PartProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    linksQuery(product, method),
  );
  if (error && !data) return <Failure part error={error} again={refetch} />;
  const links = data?.pages.flatMap(({ items }) => items) ?? [];
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={`links-${method}`}>
      <h2 id={`links-${method}`}>
        {head} <span className="fine">{data?.pages[0]?.total}</span>
      </h2>
      <ul className="mt-3">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} decide={decide} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="btn mt-3" onClick={() => fetchNextPage()} disabled={isFetchingNextPage}>
          {isFetchingNextPage ? 'Fetching them' : 'Show more'}
        </button>
      )}
    </section>
  );
}
