/** What a decision through an assistant leaves: its line in the log, and how it is taken back. */
import type { Json } from '#core/json.ts';
import type { Given } from './define-tool.ts';

interface DecidedHere {
  readonly productId: string;
  /** In the words of the log: `confirm a claim`. */
  readonly verb: string;
  readonly target: string;
  /** As it was asked for. */
  readonly said: Json;
  /** What to call to take it back; null for what takes back itself. */
  readonly undo: object | null;
}

export async function decided(
  { store, actor }: Given,
  { productId, verb, target, said, undo }: DecidedHere,
): Promise<object> {
  await store.auditLog.add(productId, { actor: actor ?? '', verb, target, after: said });
  return { done: verb, target, ...(undo && { undo }), note: 'Later answers obey it.' };
}
