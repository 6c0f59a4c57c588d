/** Takes a whole import back, and says how many pieces went. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { counted } from '../frame/words.ts';

interface Undone {
  readonly removed: number;
  readonly restored: number;
}

export function Undo({ product, gathers }: { product: string; gathers: readonly string[] }) {
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: async () => {
      let removed = 0;
      for (const gather of gathers)
        removed += (await request<Undone>(`/products/${product}/imports/${gather}`, { method: 'DELETE' })).removed;
      return removed;
    },
    onSuccess: () => client.invalidateQueries(),
  });
  if (undo.data !== undefined) return <span role="status">Taken back: {counted(undo.data, 'piece')} went.</span>;
  return (
    <>
      <button type="button" className="btn" onClick={() => undo.mutate()} disabled={undo.isPending}>
        Undo
      </button>
      {undo.error && <span role="alert">{undo.error.message}</span>}
    </>
  );
}
