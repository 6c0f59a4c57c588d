/** Takes a whole import back, and says how many pieces went. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { counted } from '../frame/words.ts';

interface Undone {
  readonly removed: number;
  readonly restored: number;
  readonly rounds: number;
}

export function Undo({ product, gathers }: { product: string; gathers: readonly string[] }) {
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: async () => {
      const sum = { removed: 0, rounds: 0 };
      for (const gather of gathers) {
        const undone = await request<Undone>(`/products/${product}/imports/${gather}`, { method: 'DELETE' });
        sum.removed += undone.removed;
        sum.rounds += undone.rounds;
      }
      return sum;
    },
    onSuccess: () => client.invalidateQueries(),
  });
  if (undo.data !== undefined) {
    const { removed, rounds } = undo.data;
    const also = rounds === 0 ? '' : ` and ${counted(rounds, 'round')} of the Mirror Test`;
    return (
      <span role="status">
        Taken back: {counted(removed, 'piece')}
        {also} went.
      </span>
    );
  }
  return (
    <>
      <button type="button" className="btn" onClick={() => undo.mutate()} disabled={undo.isPending}>
        Undo
      </button>
      {undo.error && <span role="alert">{undo.error.message}</span>}
    </>
  );
}
