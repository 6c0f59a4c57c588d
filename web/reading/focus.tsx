/** What the year went into: the sentence, and under it the weeks that it was counted from. */
import type { View } from '#report/view.ts';
import { Caliper } from '../figures/caliper.tsx';
import { Months, Weeks } from '../figures/weeks.tsx';
import { Closer, NearLink } from '../near/closer.tsx';

type Row = View['focus']['rows'][number];

export function Focus({ view, alone }: { view: View; alone: boolean }) {
  const { verdict, focus } = view;
  return (
    <section className="focus" aria-labelledby="focus">
      <p className="hd">{view.focusHead}</p>
      <h1 className="verdict" id="focus">
        <Numbers view={view} />
        {verdict.called !== null && (
          <>
            : <b>{verdict.called}</b>. {verdict.after}
          </>
        )}
      </h1>
      {alone && <Alone view={view} />}
      <div className="weeks">
        {focus.rows.map((row) => (
          <WeekRow key={row.id} row={row} />
        ))}
        {focus.months.length > 0 && <Months focus={focus} />}
      </div>
      {focus.notes.map((note) => (
        <p key={note} className="basis">
          {note}
        </p>
      ))}
      <div className="tables">
        {focus.rows.map((row) => (
          <WeekTable key={row.id} row={row} />
        ))}
      </div>
    </section>
  );
}

/** Each number of the sentence opens the row that it was counted in. */
function Numbers({ view: { verdict, focus } }: { view: View }) {
  const rows = focus.rows.filter(({ weeks }) => weeks !== null);
  let next = 0;
  return verdict.numbers.split(/(in\u00a0\d+)/).map((part) => {
    const row = rows[next];
    if (row === undefined || part !== `in\u00a0${row.weeks}`) return part;
    next += 1;
    return (
      <Closer key={row.id} near={`kind:${row.id}`}>
        {part}
      </Closer>
    );
  });
}

/** Where voices are all there is, what they say stands right below the sentence. */
function Alone({ view }: { view: View }) {
  return view.alone.map(({ head, quotes }) => (
    <article key={head} className="find">
      <h3>{head}</h3>
      {quotes.map(({ text, when }) => (
        <div key={text}>
          <p className="said">“{text}”</p>
          <p className="src">{when}</p>
        </div>
      ))}
    </article>
  ));
}

function WeekRow({ row }: { row: Row }) {
  if (row.unseen !== null)
    return (
      <div className="wrow">
        <div className="nm">{row.name}</div>
        <div className="unlooked">{row.unseen}</div>
      </div>
    );
  return (
    <div className="wrow">
      <div className="nm">
        <Closer near={`kind:${row.id}`}>{row.name}</Closer>
        <small>{row.basis}</small>
      </div>
      <div className="wkc">
        <Weeks row={row} />
      </div>
      <div className="rt">
        <span className="big">
          {row.weeks} <small>{row.of}</small>
        </span>
        <p className="dep">
          {row.depth ? (
            <>
              <b>{row.depth.share}</b> {row.depth.says} {row.depth.range}
            </>
          ) : (
            row.depthBecause
          )}
        </p>
        {row.caliper && (
          <Caliper
            hue={row.hue}
            score={row.caliper.score}
            interval={row.caliper.interval}
            name={`${row.name}, depth`}
          />
        )}
      </div>
    </div>
  );
}

/** The same figure for those who read tables; each week opens to what was done in it. */
function WeekTable({ row }: { row: Row }) {
  if (row.table === null) return null;
  return (
    <details className="table">
      <summary>
        {row.name}: {row.table} as a table
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <div className="scrollx" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">week until</th>
              <th scope="col">changes</th>
              <th scope="col">depth</th>
            </tr>
          </thead>
          <tbody>
            {row.cells.map(
              (cell) =>
                cell?.happened && (
                  <tr key={cell.to}>
                    <th scope="row">
                      <NearLink near={`week:${row.id}:${cell.to}`} className="ev">
                        {cell.until}
                      </NearLink>
                    </th>
                    <td>{cell.changes}</td>
                    <td>{cell.depth}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
