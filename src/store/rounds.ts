/** Rounds of the Mirror Test: doors that open once or for many, answers without an author, and nothing after the close. */
import { canonical, type JsonObject } from '#core/json.ts';
import type { Backend, Db } from './backend.ts';
import { broughtAgain } from './round-gathers.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface StoredRound {
  readonly id: string;
  readonly kind: string;
  readonly questions: JsonObject;
  readonly opensAt: number;
  readonly closesAt: number | null;
}

export interface StoredAnswer {
  readonly id: string;
  readonly role: string;
  readonly language: string | null;
  readonly answers: JsonObject;
}

export interface Door {
  readonly roundId: string;
  readonly role: string;
  /** Of one person: it is used up by the first answer that comes through it. */
  readonly single: boolean;
  readonly used: boolean;
}

/** What became of an answer: kept on the disk, or why not. */
export type Keeping = 'kept' | 'closed' | 'used' | 'gone';

/** What `used` of a door says: one for many is never used up. */
const MANY = -1;
const UNUSED = 0;
const USED = 1;

export function rounds(backend: Backend) {
  return {
    async open(
      productId: string,
      round: Pick<StoredRound, 'kind' | 'questions'> & Partial<StoredRound>,
    ): Promise<string> {
      const now = backend.now();
      const id = round.id ?? uuid(now);
      const opened = { id, kind: round.kind, questions: canonical(round.questions), opens_at: round.opensAt ?? now };
      await backend.write(productId, (trx) =>
        backend.insert(trx, 'rounds', [
          { product_id: productId, closes_at: round.closesAt ?? null, gathers: null, ...opened },
        ]),
      );
      return id;
    },

    /** Oldest first. */
    async list(productId: string): Promise<StoredRound[]> {
      const rows = await backend.db
        .selectFrom('rounds')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('opens_at')
        .orderBy('id')
        .execute();
      return rows.map(roundOf);
    },

    /** From then on nothing in it changes. False where it was closed before. */
    close(productId: string, roundId: string): Promise<boolean> {
      return backend.write(productId, async (trx) => {
        const done = await trx
          .updateTable('rounds')
          .set({ closes_at: backend.now() })
          .where('product_id', '=', productId)
          .where('id', '=', roundId)
          .where('closes_at', 'is', null)
          .executeTakeFirst();
        return Number(done.numUpdatedRows) > 0;
      });
    },

    async addDoors(
      productId: string,
      roundId: string,
      doors: readonly { readonly hash: string; readonly role: string; readonly single: boolean }[],
    ): Promise<void> {
      const rows = doors.map(({ hash, role, single }) => ({
        product_id: productId,
        token_hash: hash,
        round_id: roundId,
        role,
        used: single ? UNUSED : MANY,
      }));
      await backend.write(productId, (trx) => backend.insert(trx, 'doors', rows));
    },

    async door(productId: string, hash: string): Promise<Door | null> {
      const row = await doorRow(backend.db, productId, hash);
      return row ? { roundId: row.round_id, role: row.role, single: row.used !== MANY, used: row.used === USED } : null;
    },

    /** On the disk when it resolves. Whoever answered may go on with the same answer until the round closes. */
    keep(productId: string, hash: string, answer: Pick<StoredAnswer, 'id' | 'language' | 'answers'>): Promise<Keeping> {
      return backend.write(productId, async (trx) => {
        const door = await doorRow(trx, productId, hash);
        if (!door) return 'gone';
        const at = { product_id: productId, round_id: door.round_id };
        const round = await trx
          .selectFrom('rounds')
          .select('closes_at')
          .where('product_id', '=', productId)
          .where('id', '=', door.round_id)
          .executeTakeFirst();
        if (!round || round.closes_at !== null) return 'closed';
        const said = { language: answer.language, answers: canonical(answer.answers) };
        const known = await trx
          .updateTable('answers')
          .set(said)
          .where('product_id', '=', productId)
          .where('round_id', '=', door.round_id)
          .where('id', '=', answer.id)
          .where('role', '=', door.role)
          .executeTakeFirst();
        if (Number(known.numUpdatedRows) > 0) return 'kept';
        if (door.used === USED) return 'used';
        const made = await backend.insert(trx, 'answers', [{ ...at, id: answer.id, role: door.role, ...said }]);
        // The same respondent through a door of another role: one person has one answer.
        if (made.size === 0) return 'used';
        if (door.used === UNUSED)
          await trx
            .updateTable('doors')
            .set({ used: USED })
            .where('product_id', '=', productId)
            .where('token_hash', '=', hash)
            .execute();
        return 'kept';
      });
    },

    /**
     * Answers collected elsewhere, with a round that is closed from the first: all of it or nothing. With the import
     * that brought it, it goes when that is taken back.
     */
    async take(
      productId: string,
      round: StoredRound,
      answers: readonly StoredAnswer[],
      gatherId: string | null = null,
    ): Promise<boolean> {
      return backend.write(productId, async (trx) => {
        const row = {
          product_id: productId,
          id: round.id,
          kind: round.kind,
          questions: canonical(round.questions),
          opens_at: round.opensAt,
          closes_at: round.closesAt,
          gathers: gatherId && canonical([gatherId]),
        };
        const made = await backend.insert(trx, 'rounds', [row]);
        if (made.size === 0) {
          if (gatherId !== null) await broughtAgain(trx, { productId, roundId: round.id }, gatherId);
          return false;
        }
        const rows = answers.map((one) => ({
          product_id: productId,
          round_id: round.id,
          id: one.id,
          role: one.role,
          language: one.language,
          answers: canonical(one.answers),
        }));
        if (rows.length > 0) await backend.insert(trx, 'answers', rows);
        return true;
      });
    },

    /** In the order of ids, which says nothing of who or when. */
    async answers(productId: string, roundId: string): Promise<StoredAnswer[]> {
      const rows = await backend.db
        .selectFrom('answers')
        .selectAll()
        .where('product_id', '=', productId)
        .where('round_id', '=', roundId)
        .orderBy('id')
        .execute();
      return rows.map(answerOf);
    },

    async answer(productId: string, roundId: string, id: string): Promise<StoredAnswer | null> {
      const row = await backend.db
        .selectFrom('answers')
        .selectAll()
        .where('product_id', '=', productId)
        .where('round_id', '=', roundId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? answerOf(row) : null;
    },
  };
}

export type Rounds = ReturnType<typeof rounds>;

function doorRow(db: Db, productId: string, hash: string): Promise<Tables['doors'] | undefined> {
  return db
    .selectFrom('doors')
    .selectAll()
    .where('product_id', '=', productId)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

function roundOf(row: Tables['rounds']): StoredRound {
  const { id, kind, opens_at: opensAt, closes_at: closesAt } = row;
  return { id, kind, questions: JSON.parse(row.questions) as JsonObject, opensAt, closesAt };
}

function answerOf({ id, role, language, answers }: Tables['answers']): StoredAnswer {
  return { id, role, language, answers: JSON.parse(answers) as JsonObject };
}
