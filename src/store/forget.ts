/** Erases a person: identities, words, records, search rows, mentions by others; what they did is still counted. */
import type { Backend, Db } from './backend.ts';
import { FORGET, insertCorrection } from './corrections.ts';
import { applySums, Sums } from './digests.ts';
import { isVoice } from './edge.ts';
import { blankJson, blankMentions } from './mentions.ts';
import { dropBlobs, insertEvidence, PAGE, type Placed, pages, removeEvidence, versionsOf } from './rows.ts';
import { scrubSearch, unindex } from './search-index.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';
import { packVersion, unpackVersion, type Version, versionHash } from './version.ts';

export interface Person {
  readonly space: string;
  readonly handle: string;
  /** The pseudonym, where that is all that is known of them. */
  readonly id?: string;
  /** Other words that stand for them in others' texts: names, nicknames. */
  readonly alsoCalled?: readonly string[];
}

export interface Forgotten {
  readonly identities: number;
  /** Rows of theirs that lost author and words. */
  readonly rows: number;
  /** Others' rows in which they were named. */
  readonly mentions: number;
}

export async function forgetPerson(
  backend: Backend,
  productId: string,
  identityId: string,
  person: Person,
): Promise<Forgotten> {
  const done = await backend.write(productId, async (trx) => {
    const ids = await identitiesOfPerson(trx, productId, identityId);
    const names = [...(person.handle === '' ? [] : [`@${person.handle}`]), ...(person.alsoCalled ?? [])];
    const blank = (version: Version): Version => {
      const own = version.author_id !== null && ids.has(version.author_id);
      return blankMentions(own ? withoutPerson(version) : version, names);
    };
    const moved = new Sums();
    const counted = await rewriteRows(backend, trx, productId, ids, blank, moved);
    await rewriteRecords(trx, productId, blank, ids);
    await blankRounds(trx, productId, names);
    for (const part of pages([...ids])) {
      await trx.deleteFrom('identities').where('product_id', '=', productId).where('id', 'in', part).execute();
      for (const side of ['a', 'b'] as const) {
        await trx.deleteFrom('sames').where('product_id', '=', productId).where(side, 'in', part).execute();
      }
    }
    for (const id of ids) await noteForgotten(backend, trx, productId, id);
    await scrubSearch(backend, trx);
    // Cached values may hold the person's words or id; they cost nothing but time to make again.
    await trx.deleteFrom('facts').where('product_id', '=', productId).execute();
    await applySums(trx, productId, moved);
    return { identities: ids.size, ...counted };
  });
  await backend.scrub();
  return done;
}

/** Takes the words of voices older than `before` (ms UTC) out of rows and records; that they were said stays. */
export async function expireWords(backend: Backend, productId: string, before: number): Promise<number> {
  const nobody: ReadonlySet<string> = new Set();
  const blank = (version: Version): Version =>
    version.at < before && isVoice(version.kind) && (version.title !== null || version.body !== null)
      ? { ...version, title: null, body: null }
      : version;
  const rows = await backend.write(productId, async (trx) => {
    const moved = new Sums();
    const { mentions } = await rewriteRows(backend, trx, productId, nobody, blank, moved);
    if (mentions === 0) return 0;
    await rewriteRecords(trx, productId, blank, nobody);
    await scrubSearch(backend, trx);
    await trx.deleteFrom('facts').where('product_id', '=', productId).execute();
    await applySums(trx, productId, moved);
    return mentions;
  });
  if (rows > 0) await backend.scrub();
  return rows;
}

/** All identities that sources showed to be the same person. */
async function identitiesOfPerson(trx: Db, productId: string, identityId: string): Promise<Set<string>> {
  const ids = new Set([identityId]);
  for (let asked = [identityId]; asked.length > 0; ) {
    const pairs = await trx
      .selectFrom('sames')
      .select(['a', 'b'])
      .where('product_id', '=', productId)
      .where(({ or, eb }) => or([eb('a', 'in', asked), eb('b', 'in', asked)]))
      .execute();
    asked = pairs.flatMap(({ a, b }) => [a, b]).filter((id) => !ids.has(id));
    for (const id of asked) ids.add(id);
  }
  return ids;
}

/** A change or release still tells by its title what was built; the words of a voice go whole. */
function withoutPerson(version: Version): Version {
  const mute = { ...version, author_id: null, body: null };
  return isVoice(version.kind) ? { ...mute, title: null, data: null } : mute;
}

async function rewriteRows(
  backend: Backend,
  trx: Db,
  productId: string,
  ids: ReadonlySet<string>,
  blank: (version: Version) => Version,
  moved: Sums,
): Promise<Pick<Forgotten, 'rows' | 'mentions'>> {
  const counted = { rows: 0, mentions: 0 };
  const open = await trx
    .selectFrom('gathers')
    .select('id')
    .where('product_id', '=', productId)
    .where('state', '=', 'open')
    .execute();
  if (open.length > 0) throw new Error('a gather is open: seal or abandon it, then forget');
  for (let after = ''; ; ) {
    const page = await trx
      .selectFrom('evidence')
      .selectAll()
      .where('product_id', '=', productId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    if (page.length === 0) return counted;
    after = page.at(-1)?.id ?? after;
    const changed: { was: Placed; now: Placed }[] = [];
    for (const was of await versionsOf(trx, productId, page)) {
      const version = blank(was.version);
      const hash = versionHash(version);
      if (hash === was.hash) continue;
      changed.push({ was, now: { ...was, version, hash } });
      if (was.version.author_id !== null && ids.has(was.version.author_id)) counted.rows++;
      else counted.mentions++;
    }
    await writeChanged(backend, trx, productId, page, changed, moved);
  }
}

async function writeChanged(
  backend: Backend,
  trx: Db,
  productId: string,
  page: readonly Tables['evidence'][],
  changed: readonly { readonly was: Placed; readonly now: Placed }[],
  moved: Sums,
): Promise<void> {
  if (changed.length === 0) return;
  const ids = new Set(changed.map(({ was }) => was.id));
  const rows = page.filter((row) => ids.has(row.id));
  for (const { was, now } of changed) {
    if (was.gone === 1) continue;
    moved.remove(was.version.kind, was.hash);
    moved.add(now.version.kind, now.hash);
  }
  await removeEvidence(trx, productId, rows);
  await insertEvidence(
    backend,
    trx,
    productId,
    changed.map(({ now }) => now),
  );
  await dropBlobs(trx, productId, rows);
  const indexed = await trx
    .selectFrom('search')
    .selectAll()
    .where('product_id', '=', productId)
    .where('evidence_id', 'in', [...ids])
    .execute();
  await unindex(backend, trx, productId, indexed);
}

/** Every kept version, of undone gathers too. What a record says of its row's hash must follow its content. */
async function rewriteRecords(
  trx: Db,
  productId: string,
  blank: (version: Version) => Version,
  ids: ReadonlySet<string>,
): Promise<void> {
  for (let after = ['', '']; ; ) {
    const [evidenceId = '', gatherId = ''] = after;
    const page = await trx
      .selectFrom('records')
      .select(['evidence_id', 'gather_id', 'hash', 'raw'])
      .where('product_id', '=', productId)
      .where('raw', 'is not', null)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('evidence_id', 'gather_id'), '>', tuple(evidenceId, gatherId)))
      .orderBy('evidence_id')
      .orderBy('gather_id')
      .limit(PAGE)
      .execute();
    const last = page.at(-1);
    if (!last) return;
    after = [last.evidence_id, last.gather_id];
    for (const { evidence_id: id, hash, raw } of page) {
      const was = raw === null ? null : unpackVersion(raw);
      if (was === null) continue;
      const now = blank(was);
      const newHash = versionHash(now);
      if (newHash === hash) continue;
      // What they said themselves is not kept even blank: nobody may bring its hash back to its words.
      const own = was.author_id !== null && ids.has(was.author_id);
      await trx
        .updateTable('records')
        .set({ hash: newHash, raw: own ? null : packVersion(now) })
        .where('product_id', '=', productId)
        .where('evidence_id', '=', id)
        .where('hash', '=', hash)
        .execute();
    }
  }
}

/** Only the keyed pseudonym stays, so that the next gather of the source does not bring them back. */
async function noteForgotten(backend: Backend, trx: Db, productId: string, id: string): Promise<void> {
  const correction = { target: 'identity', targetId: id, verb: FORGET };
  await insertCorrection(trx, productId, uuid(backend.now()), correction, null, backend.now());
}

/** An answer knows no author: only who is named in its words, or gave that name in an open round, can be found. */
async function blankRounds(trx: Db, productId: string, names: readonly string[]): Promise<void> {
  const answers = await trx.selectFrom('answers').selectAll().where('product_id', '=', productId).execute();
  for (const { round_id: round, id, answers: was } of answers) {
    const now = blankJson(was, names);
    if (now === was) continue;
    const row = trx.updateTable('answers').set({ answers: now }).where('product_id', '=', productId);
    await row.where('round_id', '=', round).where('id', '=', id).execute();
  }
  const rounds = await trx.selectFrom('rounds').selectAll().where('product_id', '=', productId).execute();
  for (const { id, questions: was } of rounds) {
    const now = blankJson(was, names);
    if (now === was) continue;
    const row = trx.updateTable('rounds').set({ questions: now }).where('product_id', '=', productId);
    await row.where('id', '=', id).execute();
  }
}
