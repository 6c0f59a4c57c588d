/** The audit log: who changed what, when, and how it stood before and after. Rows are added and never changed. */
import { canonical, type Json } from '#core/json.ts';
import type { Backend } from './backend.ts';
import { uuid } from './uuid.ts';

export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  /** `user:<id>`, `token:<id>`, `machine`: whoever sits at it, `assistant`: one that they let decide, or `cli`. */
  readonly actor: string;
  readonly verb: string;
  readonly target: string;
  readonly before: Json;
  readonly after: Json;
}

export type NewAuditEntry = Pick<AuditEntry, 'actor' | 'verb' | 'target'> &
  Partial<Pick<AuditEntry, 'before' | 'after'>>;

export function auditLog(backend: Backend) {
  return {
    /** Under a product, or an organisation that was changed itself. */
    async add(productId: string, entry: NewAuditEntry): Promise<void> {
      const { actor, verb, target, before = null, after = null } = entry;
      const at = backend.now();
      const told = {
        before: before === null ? null : canonical(before),
        after: after === null ? null : canonical(after),
      };
      const row = { product_id: productId, id: uuid(at), at, actor, verb, target, ...told };
      await backend.write(productId, (trx) => backend.insert(trx, 'audit_log', [row]));
    },

    /** Newest first; `before` is the id of the last one of the page before. */
    async list(productId: string, { before, limit }: { before?: string; limit: number }): Promise<AuditEntry[]> {
      let query = backend.db.selectFrom('audit_log').selectAll().where('product_id', '=', productId);
      // Ids are made in the order of time.
      if (before !== undefined) query = query.where('id', '<', before);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map(({ id, at, actor, verb, target, before: was, after }) => ({
        ...{ id, at, actor, verb, target },
        before: was === null ? null : (JSON.parse(was) as Json),
        after: after === null ? null : (JSON.parse(after) as Json),
      }));
    },
  };
}

export type AuditLog = ReturnType<typeof auditLog>;
