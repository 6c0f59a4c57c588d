/** A sentence and the rows behind it. */
import { Rows } from './rows.tsx';

interface RowsNearProps {
  readonly product: string;
  readonly head: string;
  readonly says: string | null;
  readonly ids: readonly string[];
}

export function RowsNear({ product, head, says, ids }: RowsNearProps) {
  return (
    <>
      <h2>{head}</h2>
      {says && <p className="small dim mt-2">{says}</p>}
      <Rows product={product} ids={ids} more={0} />
    </>
  );
}
