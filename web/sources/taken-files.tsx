/** Files that were taken, newest first: each can be taken back as a whole, at any later time. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { importsQuery } from '../api/queries.ts';
import type { TakenImport } from '../api/types.ts';
import { counted, dayWords } from '../frame/words.ts';
import { Undo } from './undo.tsx';

/** What was taken long ago is asked for. */
const SHOWN = 10;

export function TakenFiles({ product }: { product: string }) {
  const { data } = useQuery(importsQuery(product));
  const [all, setAll] = useState(false);
  // One that is taken back stays until the page is left, so that it says what became of it.
  const [seen, setSeen] = useState<readonly TakenImport[]>([]);
  const fresh = data?.items.filter(({ gather }) => seen.every((one) => one.gather !== gather)) ?? [];
  if (fresh.length > 0) setSeen([...fresh, ...seen].toSorted((one, other) => (one.at < other.at ? 1 : -1)));
  if (seen.length === 0) return null;
  const shown = all ? seen : seen.slice(0, SHOWN);
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">Files that were taken</h2>
      {shown.map(({ gather, source, at, rows }) => (
        <div key={gather} className="source">
          <p>
            <b>{counted(rows, 'row')}</b> <span className="dim">({source})</span>{' '}
            <span className="small dim">
              {dayWords(at)}, {at.slice(11, 16)} UTC
            </span>
          </p>
          <p>
            <Undo product={product} gathers={[gather]} />
          </p>
        </div>
      ))}
      {shown.length < seen.length && (
        <button type="button" className="btn tiny mt-3" onClick={() => setAll(true)}>
          All {seen.length}
        </button>
      )}
    </section>
  );
}
