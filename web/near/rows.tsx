/** Evidence, word for word: source and date, what was written, the way to the original. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { evidenceQuery } from '../api/queries.ts';
import type { Piece } from '../api/types.ts';
import { Failure } from '../frame/failure.tsx';
import { dayWords } from '../frame/words.ts';

/** As many as fit without much scrolling; the rest is one press away. */
const FIRST = 8;
/** A closed round of the Mirror Test. */
const ROUND = 'round:';

export function Rows({ product, ids, more }: { product: string; ids: readonly string[]; more: number }) {
  const [all, setAll] = useState(false);
  const rounds = ids.filter((id) => id.startsWith(ROUND)).map((id) => id.slice(ROUND.length));
  const kept = ids.filter((id) => !id.startsWith(ROUND));
  const { data, error, refetch } = useQuery(evidenceQuery(product, kept));
  if (error) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="small dim mt-6">Fetching the words.</p>;
  const shown = all ? data : data.slice(0, FIRST);
  const gone = Math.min(kept.length, 100) - data.length;
  if (rounds.length > 0 && kept.length === 0) return <RoundLinks product={product} rounds={rounds} />;
  return (
    <>
      <p className="rowhead">
        <b>{data.length === 0 ? 'No rows' : 'Word for word'}</b>
        <span className="micro dim">{data.length > 0 && `${shown.length} of ${data.length + more}`}</span>
      </p>
      {shown.map((piece) => (
        <PieceRow key={piece.id} piece={piece} />
      ))}
      {shown.length < data.length && (
        <button type="button" className="btn tiny mt-3" onClick={() => setAll(true)}>
          Show {data.length - shown.length} more
        </button>
      )}
      {gone > 0 && <p className="micro dim mt-3">{gone} of the rows are no longer kept.</p>}
    </>
  );
}

/** Answers of a round are never shown one by one: it opens as what anybody may see of it. */
function RoundLinks({ product, rounds }: { product: string; rounds: readonly string[] }) {
  return (
    <ul className="mt-6">
      {rounds.map((round) => (
        <li key={round}>
          <Link to="/p/$product/mirror" params={{ product }} search={{ round }} className="link">
            What the round {round} may show
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Longer texts open at a press: nothing is cut inside. */
const LONG = 420;

export function PieceRow({ piece, sought = [] }: { piece: Piece; sought?: readonly string[] }) {
  const { type, origin, externalId, at, title, body, url, version } = piece;
  const words = [title, body === title ? null : body].filter((text) => text !== null && text.trim() !== '');
  return (
    <article className="row">
      <p className="meta">
        <span>{type}</span>
        <span>{dayWords(at)}</span>
        {version && <span>{version}</span>}
        <Original url={url} name={externalId} origin={origin} />
      </p>
      {words.map((text) => (
        <Words key={text} text={text ?? ''} sought={sought} />
      ))}
      {words.length === 0 && <p className="small dim">A {type} without words.</p>}
    </article>
  );
}

function Words({ text, sought }: { text: string; sought: readonly string[] }) {
  const [whole, setWhole] = useState(text.length <= LONG);
  const begin = whole ? text : text.slice(0, Math.max(text.lastIndexOf(' ', LONG), LONG / 2));
  return (
    <>
      <p className="said sm whitespace-pre-line wrap-anywhere">
        {sought.length === 0 ? begin.trim() : <Marked text={begin.trim()} sought={sought} />}
      </p>
      {!whole && (
        <button type="button" className="pick micro" onClick={() => setWhole(true)}>
          the whole text
        </button>
      )}
    </>
  );
}

/** Words that begin as what was sought does, as the search itself takes them. */
function Marked({ text, sought }: { text: string; sought: readonly string[] }) {
  const begins = sought.map((word) => word.toLowerCase());
  // Every second part is a word; its place in the text is its key.
  return text.split(/([\p{L}\p{N}_]+)/u).map((part, place) =>
    place % 2 === 1 && begins.some((begin) => part.toLowerCase().startsWith(begin)) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <mark key={place}>{part}</mark>
    ) : (
      part
    ),
  );
}

/** Only what leads to the web is a link: an address from outside may hold anything. */
function Original({ url, name, origin }: { url: string | null; name: string; origin: string }) {
  const short = name.length > 24 ? `${name.slice(0, 10)}` : name;
  if (url !== null && /^https?:\/\//i.test(url))
    return (
      <a href={url} target="_blank" rel="noreferrer noopener">
        {short} at {new URL(url).hostname}
      </a>
    );
  return <span title={origin}>{short}</span>;
}
