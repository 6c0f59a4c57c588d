/** The words behind a cell of the package, behind its ideal customer, or behind its smallest tinker. */
import { useQuery } from '@tanstack/react-query';
import type { PackageTold } from '#core/package.ts';
import { packageQuery, WAYS } from '../api/package.ts';
import { Failure } from '../frame/failure.tsx';
import { RowsNear } from '../near/rows-near.tsx';

export function PackageNear({ product, id }: { product: string; id: string }) {
  const [way, need = '', ...group] = id.split(':');
  const by = WAYS.find((one) => one === way) ?? null;
  const { data, error, refetch } = useQuery(packageQuery(product, by));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  const rows = rowsOf(data, id, need, group.join(':'));
  if (rows === null) return <p>The package has no such figure any more. Close this, and look at the page.</p>;
  return <RowsNear product={product} {...rows} />;
}

function rowsOf({ ideal, tinker, rows }: PackageTold, id: string, need: string, group: string) {
  if (id === 'ideal') return { head: ideal.sentence, says: null, ids: ideal.evidence };
  if (id === 'tinker') return { head: tinker.sentence, says: null, ids: tinker.evidence };
  const row = rows.find((one) => one.need === need);
  const cell = row?.cells.find((one) => one.group === group);
  if (!row || !cell) return null;
  const { state, met, n, waiting } = cell;
  const says = `${group}: ${state ?? 'nobody'}, ${met} of ${n}. No human answer yet for ${waiting}.`;
  return { head: row.says, says, ids: cell.evidence };
}
