/** Actions that people took up or decided against, with the verdicts that readings gave them. */
import { canonical, type Json } from '#core/json.ts';
import type { Backend } from './backend.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface StoredAction {
  readonly id: string;
  /** The reading that it was decided on. */
  readonly readingId: string;
  /** What `targetId` names: an audit, a need, an answer of the Mirror Test, or nothing but itself (`own`). */
  readonly kind: string;
  readonly targetId: string;
  readonly plan: Json;
  readonly expected: Json;
  readonly tellTale: string;
  readonly effort: string;
  readonly owner: string | null;
  readonly dueAt: number | null;
  readonly state: string;
}

export interface StoredVerdict {
  readonly actionId: string;
  /** What it was judged as of: `day` or a reading. */
  readonly readingId: string;
  readonly verdict: string;
  readonly interval: Json;
  readonly beside: Json;
}

export function actions(backend: Backend) {
  return {
    /** In the order in which they were taken up. */
    async list(productId: string): Promise<StoredAction[]> {
      const rows = await backend.db
        .selectFrom('actions')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('id')
        .execute();
      return rows.map(actionOf);
    },

    /** Keeps a new one and answers its id. */
    async add(productId: string, action: Omit<StoredAction, 'id'>): Promise<string> {
      const id = uuid(backend.now());
      await backend.write(productId, (trx) => backend.insert(trx, 'actions', [cellsOf(productId, { ...action, id })]));
      return id;
    },

    /** What `change` makes of it, in one transaction: two people who decide at once both count. */
    async change(
      productId: string,
      id: string,
      change: (was: StoredAction) => StoredAction,
    ): Promise<StoredAction | null> {
      return backend.write(productId, async (trx) => {
        const row = await trx
          .selectFrom('actions')
          .selectAll()
          .where('product_id', '=', productId)
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row) return null;
        const now = change(actionOf(row));
        await trx
          .updateTable('actions')
          .set(cellsOf(productId, now))
          .where('product_id', '=', productId)
          .where('id', '=', id)
          .execute();
        return now;
      });
    },

    /** One verdict for an action and what it was judged as of; another takes its place. */
    async judge(productId: string, { actionId, readingId, verdict, interval, beside }: StoredVerdict): Promise<void> {
      const row = {
        ...{ product_id: productId, action_id: actionId, reading_id: readingId, verdict },
        ...{ interval: canonical(interval), beside: canonical(beside) },
      };
      await backend.write(productId, async (trx) => {
        await trx
          .deleteFrom('action_verdicts')
          .where('product_id', '=', productId)
          .where('action_id', '=', actionId)
          .where('reading_id', '=', readingId)
          .execute();
        await backend.insert(trx, 'action_verdicts', [row]);
      });
    },

    async verdicts(productId: string): Promise<StoredVerdict[]> {
      const rows = await backend.db
        .selectFrom('action_verdicts')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('action_id')
        .orderBy('reading_id')
        .execute();
      return rows.map((row) => ({
        ...{ actionId: row.action_id, readingId: row.reading_id, verdict: row.verdict },
        ...{ interval: jsonOf(row.interval), beside: jsonOf(row.beside) },
      }));
    },
  };
}

export type Actions = ReturnType<typeof actions>;

function cellsOf(productId: string, action: StoredAction): Tables['actions'] {
  const { id, readingId, kind, targetId, plan, expected, tellTale, effort, owner, dueAt, state } = action;
  return {
    ...{ product_id: productId, id, reading_id: readingId, kind, target_id: targetId },
    ...{
      plan: canonical(plan),
      expected: canonical(expected),
      tell_tale: tellTale,
      effort,
      owner,
      due_at: dueAt,
      state,
    },
  };
}

function actionOf(row: Tables['actions']): StoredAction {
  return {
    ...{ id: row.id, readingId: row.reading_id, kind: row.kind, targetId: row.target_id },
    ...{ plan: JSON.parse(row.plan) as Json, expected: jsonOf(row.expected), tellTale: row.tell_tale },
    ...{ effort: row.effort, owner: row.owner, dueAt: row.due_at, state: row.state },
  };
}

function jsonOf(text: string | null): Json {
  return text === null ? null : (JSON.parse(text) as Json);
}
