/** What a file holds before anything is taken: how it was understood, the rows that would be left out and why, the first rows. */
import type { Imported } from '../api/types.ts';
import { counted, dayWords } from '../frame/words.ts';
import type { Understood } from './use-import.ts';

/** The dialog stays on one screen; the rest of them is counted. */
const SHOWN = 50;

interface ImportPreviewProps {
  readonly found: Imported;
  /** Looks again, with another understanding; absent once it was taken. */
  readonly look?: (how: Understood) => void;
}

export function ImportPreview({ found, look }: ImportPreviewProps) {
  const { format, read, refusedRows, refused, columns, notes, samples, added } = found;
  const preview = added === null;
  return (
    <>
      {preview && (
        <p className="mt-2">
          <b>
            {read - refusedRows} of {counted(read, 'row')} would be taken
          </b>{' '}
          ({format}). Nothing was kept so far.
        </p>
      )}
      {refusedRows > 0 && (
        <>
          <h3 className="mt-4">
            {counted(refusedRows, 'row')} {preview ? 'would be left out' : 'left out'}
          </h3>
          <ul className="refused">
            {refused.slice(0, SHOWN).map(({ row, reason }) => (
              <li key={`${row} ${reason}`}>
                <span className="num">row {row}</span> {reason}
              </li>
            ))}
          </ul>
          {refusedRows > SHOWN && <p className="micro dim">and {refusedRows - Math.min(SHOWN, refused.length)} more</p>}
        </>
      )}
      {preview && samples.length > 0 && (
        <>
          <h3 className="mt-4">First rows, as they would be read</h3>
          {samples.map(({ at, type, title, body }) => (
            <div key={`${at} ${title ?? body}`} className="row">
              <p className="meta">
                <span>{type}</span>
                <span>{dayWords(at)}</span>
              </p>
              <p className="said sm wrap-anywhere">{title ?? body}</p>
            </div>
          ))}
        </>
      )}
      {preview && columns.length > 0 && (
        <details className="table">
          <summary>How its columns were understood</summary>
          <dl className="facts">
            {columns.map(({ column, as }) => (
              <div key={column} className="contents">
                <dt className="wrap-anywhere">{column}</dt>
                <dd>{as ?? 'kept as it is'}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {notes.map((note) => (
        <Note key={note} note={note} look={look} />
      ))}
    </>
  );
}

/** What a terminal is told to type is a press here. */
const OTHER_ORDER = / Say --dates (day-first|month-first) if it does not\.$/;

function Note({ note, look }: { note: string; look: ImportPreviewProps['look'] }) {
  const order = OTHER_ORDER.exec(note)?.[1] as Understood['dates'];
  return (
    <p className="small dim mt-2">
      {note.replace(OTHER_ORDER, '')}{' '}
      {order && look && (
        <button type="button" className="btn tiny" onClick={() => look({ dates: order })}>
          The {order === 'day-first' ? 'day' : 'month'} comes first
        </button>
      )}
    </p>
  );
}
