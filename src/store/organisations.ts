/** Organisations, who belongs to them and as what, and the links that invite others. */
import type { InvitationRow, MemberRow, Role } from '#core/access.ts';
import type { Backend } from './backend.ts';
import { uuid } from './uuid.ts';

/** Of a whole organisation. */
const EVERYTHING = '';

type NewInvitation = Pick<InvitationRow, 'organisation' | 'scope' | 'role' | 'madeBy' | 'expiresAt'> & {
  readonly tokenHash: string;
};

export function organisations(backend: Backend) {
  const { db } = backend;
  return {
    /** Makes it on first use. */
    async ensure(id: string, name: string): Promise<void> {
      const row = { id, name, made_at: backend.now() };
      await backend.write(null, (trx) => backend.insert(trx, 'organisations', [row]));
    },

    async rename(id: string, name: string): Promise<void> {
      await backend.write(null, (trx) => trx.updateTable('organisations').set({ name }).where('id', '=', id).execute());
    },

    async list(): Promise<{ id: string; name: string }[]> {
      return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').orderBy('id').execute();
    },

    /** What one person may do, everywhere. */
    async of(userId: string): Promise<MemberRow[]> {
      const rows = await db
        .selectFrom('members')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('organisation')
        .orderBy('scope')
        .execute();
      return rows.map(memberOf);
    },

    async members(organisation: string): Promise<(MemberRow & { name: string; email: string })[]> {
      const rows = await db
        .selectFrom('members as m')
        .innerJoin('users as u', 'u.id', 'm.user_id')
        .selectAll('m')
        .select(['u.name', 'u.email'])
        .where('m.organisation', '=', organisation)
        .orderBy('u.email')
        .orderBy('m.scope')
        .execute();
      return rows.map((row) => ({ ...memberOf(row), name: row.name, email: row.email }));
    },

    async join(organisation: string, userId: string, scope: string, role: Role): Promise<void> {
      const row = { organisation, user_id: userId, scope, role, made_at: backend.now() };
      await backend.write(null, async (trx) => {
        await trx
          .insertInto('members')
          .values(row)
          .onConflict((conflict) => conflict.columns(['organisation', 'user_id', 'scope']).doUpdateSet({ role }))
          .execute();
      });
    },

    /** Takes a membership away, or gives it another role. False where nobody could manage the organisation then, or it was none. */
    change(organisation: string, userId: string, scope: string, role: Role | null): Promise<boolean> {
      return backend.write(null, async (trx) => {
        const rows = await trx.selectFrom('members').selectAll().where('organisation', '=', organisation).execute();
        const others = rows.filter((row) => row.user_id !== userId || row.scope !== scope);
        const before = rows.length > others.length;
        const stays = others.some((row) => row.role === 'owner' && row.scope === EVERYTHING) || role === 'owner';
        if (!before || (!stays && scope === EVERYTHING)) return false;
        if (role === null)
          await trx
            .deleteFrom('members')
            .where((eb) => eb.and({ organisation, user_id: userId, scope }))
            .execute();
        else
          await trx
            .updateTable('members')
            .set({ role })
            .where((eb) => eb.and({ organisation, user_id: userId, scope }))
            .execute();
        return true;
      });
    },

    async invite({ organisation, scope, role, madeBy, expiresAt, tokenHash }: NewInvitation): Promise<string> {
      const id = uuid(backend.now());
      const made = { token_hash: tokenHash, made_by: madeBy, made_at: backend.now(), expires_at: expiresAt };
      const row = { id, organisation, scope, role, ...made, used_by: null };
      await backend.write(null, (trx) => backend.insert(trx, 'invitations', [row]));
      return id;
    },

    /** One that can still be used; null for any other. */
    async invitation(tokenHash: string): Promise<InvitationRow | null> {
      const row = await db
        .selectFrom('invitations')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('used_by', 'is', null)
        .where('expires_at', '>', backend.now())
        .executeTakeFirst();
      return row ? invitationOf(row) : null;
    },

    /** Those that wait, newest first. */
    async invitations(organisation: string): Promise<InvitationRow[]> {
      const rows = await db
        .selectFrom('invitations')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('used_by', 'is', null)
        .where('expires_at', '>', backend.now())
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(invitationOf);
    },

    /** True for the first who uses it, and for nobody after. */
    async use(id: string, userId: string): Promise<boolean> {
      return backend.write(null, async (trx) => {
        const done = await trx
          .updateTable('invitations')
          .set({ used_by: userId })
          .where('id', '=', id)
          .where('used_by', 'is', null)
          .executeTakeFirst();
        return done.numUpdatedRows === 1n;
      });
    },

    async withdraw(organisation: string, id: string): Promise<boolean> {
      return backend.write(null, async (trx) => {
        const done = await trx
          .deleteFrom('invitations')
          .where('organisation', '=', organisation)
          .where('id', '=', id)
          .executeTakeFirst();
        return done.numDeletedRows === 1n;
      });
    },
  };
}

export type Organisations = ReturnType<typeof organisations>;

function memberOf(row: { organisation: string; user_id: string; scope: string; role: string }): MemberRow {
  return { organisation: row.organisation, userId: row.user_id, scope: row.scope, role: row.role as Role };
}

function invitationOf(row: {
  id: string;
  organisation: string;
  scope: string;
  role: string;
  made_by: string | null;
  expires_at: number;
}): InvitationRow {
  const { id, organisation, scope, role, made_by: madeBy, expires_at: expiresAt } = row;
  return { id, organisation, scope, role: role as Role, madeBy, expiresAt };
}
