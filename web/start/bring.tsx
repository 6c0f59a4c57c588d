/** What somebody without a repository has: a sheet, cells to paste, or a memory of what was done, typed a line each. */
import { useState } from 'react';
import { ChooseFile } from '../sources/choose-file.tsx';
import { TypeTimeline } from './type-timeline.tsx';

export function Bring() {
  const [types, setTypes] = useState(false);
  return (
    <section aria-labelledby="bring" className="bring">
      <h2 id="bring">Bring a sheet, or type what you did</h2>
      <p className="mt-2">
        Reviews, tickets, a survey, a list of launches: drop files anywhere on this page, or paste cells. Headings may
        be in any order, dates as you write them. You see how it is understood before anything is taken.
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <ChooseFile words="Choose files" className="btn" />
        <button type="button" className="btn" aria-expanded={types} onClick={() => setTypes(!types)}>
          Type a timeline
        </button>
      </p>
      {types && <TypeTimeline />}
    </section>
  );
}
