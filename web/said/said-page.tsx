/** What customers said, word for word: the newest first, or what holds the words that somebody seeks. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AT_ONCE, saidQuery } from '../api/said.ts';
import { Failure } from '../frame/failure.tsx';
import { counted } from '../frame/words.ts';
import { PieceRow } from '../near/rows.tsx';
import { Waiting } from '../reading/waiting.tsx';

const route = getRouteApi('/p/$product/said');

/** So long nobody types before it is looked for. */
const PAUSE_MS = 200;

export function SaidPage() {
  const { product } = route.useParams();
  const { words = '' } = route.useSearch();
  return (
    <>
      <h1 className="verdict">What was said, word for word</h1>
      <Seek words={words} />
      <Found product={product} words={words} />
    </>
  );
}

/** The words are part of the address, so that what was found can be shared. */
function Seek({ words }: { words: string }) {
  const [typed, setTyped] = useState(words);
  const navigate = useNavigate({ from: '/p/$product/said' });
  useEffect(() => {
    if (typed.trim() === words) return;
    const pause = setTimeout(() => {
      const sought = typed.trim();
      void navigate({
        search: ({ words: _, ...rest }) => (sought === '' ? rest : { ...rest, words: sought }),
        replace: true,
      });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, words, navigate]);
  return (
    <search className="mt-4 block">
      <label htmlFor="seek" className="small dim block">
        Every word must be in it; the last may be the beginning of one.
      </label>
      <input
        id="seek"
        type="search"
        className="mt-2"
        value={typed}
        placeholder="late, refund, love"
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
    </search>
  );
}

function Found({ product, words }: { product: string; words: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    saidQuery(product, words),
  );
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <Waiting words="Fetching what was said." />;
  const pieces = data.pages.flatMap(({ items }) => items);
  const partial = data.pages.some(({ whole }) => whole === false);
  if (pieces.length === 0 && partial)
    return <Waiting words="Making what was said searchable. The first time takes a while." />;
  if (pieces.length === 0) return <Nothing product={product} words={words} />;
  const many = hasNextPage ? `${pieces.length} shown` : counted(pieces.length, 'piece');
  const order = words === '' ? 'the newest first' : 'the closest first';
  return (
    <section aria-label="Found" aria-busy={isPlaceholderData} className="found mt-6">
      <p className="small dim" role="status">
        {many}, {order}.{partial && ' What came last is still being made searchable.'}
      </p>
      {pieces.map((piece) => (
        <PieceRow key={piece.id} piece={piece} sought={words.match(/[\p{L}\p{N}_]+/gu) ?? []} />
      ))}
      {hasNextPage && (
        <button type="button" className="btn mt-4" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? 'Fetching more' : 'Show more'}
        </button>
      )}
      {words !== '' && pieces.length === AT_ONCE && (
        <p className="small dim mt-4">The fifty closest. One more word narrows it.</p>
      )}
    </section>
  );
}

function Nothing({ product, words }: { product: string; words: string }) {
  if (words !== '')
    return <p className="deck mt-6">Nobody wrote all of these words. Fewer, or the beginning of one, may find more.</p>;
  return (
    <section className="empty" aria-labelledby="empty">
      <h2 id="empty">Nobody was heard yet.</h2>
      <p className="deck mt-3">Issues, reviews, tickets or a survey bring what customers say.</p>
      <p className="mt-6">
        <Link to="/p/$product/sources" params={{ product }} className="btn main">
          Connect what customers say
        </Link>
      </p>
    </section>
  );
}
