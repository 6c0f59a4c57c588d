/** Needs by groups of customers; every cell opens to the newest words of its people. */
import type { CustomerGroup, PackageCell, PackageTold } from '#core/package.ts';
import { counted } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';

export function PackageTable({ told }: { told: PackageTold }) {
  const { by, groups, rows, more, unsaidBecause } = told;
  const crowd = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ n }) => n)));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className="package-scroll mt-4" aria-label="Needs by groups of customers" tabIndex={0}>
        <table className="package-table">
          <thead>
            <tr>
              <th scope="col">They need</th>
              {groups.map((group) => (
                <th key={group.name} scope="col">
                  {group.name}
                  <span className="block micro dim">{loveWords(group)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ need, says, cells }) => (
              <tr key={need}>
                <th scope="row" className="wrap-anywhere">
                  {says}
                </th>
                {cells.map((cell) => (
                  <td key={cell.group}>
                    <Cell cell={cell} crowd={crowd} near={`package:${by}:${need}:${cell.group}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className="fine mt-2">{counted(more, 'need')} more under Needs.</p>}
      {unsaidBecause !== null && <p className="fine">What is said nowhere is not known. {unsaidBecause}</p>}
    </>
  );
}

/** The bar is everybody of the group who needs it; its full part got it. One scale for the whole table. */
function Cell({ cell, crowd, near }: { cell: PackageCell; crowd: number; near: string }) {
  const { state, met, n } = cell;
  if (state === null) return <span className="dim">nobody</span>;
  const width = (people: number) => `${(100 * people) / crowd}%`;
  return (
    <>
      <Closer near={near}>{`${state}, ${met} of ${n}`}</Closer>
      <svg className="got" aria-hidden="true">
        <rect className="all" width={width(n)} height="8" />
        <rect className="met" width={width(met)} height="8" />
      </svg>
    </>
  );
}

function loveWords({ people, loving, either }: CustomerGroup): string {
  const who = counted(people, 'person', 'people');
  return either === 0 ? who : `${who}, ${loving} of ${either} praise it and stay`;
}
