/** Finds the person that somebody means, and keeps what they decided of them: roles, and who is the same. */
import { readFile } from 'node:fs/promises';
import { BifocalError } from '#core/errors.ts';
import type { Person } from '#store/forget.ts';
import type { IdentityRow } from '#store/identities.ts';
import type { Store } from '#store/store.ts';

export type Role = 'team' | 'outsider' | 'bot';

/** What a correction is about: one identity, or everybody of a company's domain. */
export interface Meant {
  readonly target: 'identity' | 'domain';
  readonly id: string;
}

/** Shorter beginnings of an id may mean several people. */
const LEAST_ID = 6;

async function identities(store: Store, productId: string): Promise<IdentityRow[]> {
  const rows: IdentityRow[] = [];
  for await (const page of store.read.stream(productId, 'identities')) rows.push(...page);
  return rows;
}

/** `1f3a9c21`, `ada@example.org`, `github.com:ada`, `@ada`, `@example.org`. Rejects with PERSON_NOT_FOUND. */
export async function personMeant(store: Store, productId: string, said: string): Promise<Meant> {
  const rows = await identities(store, productId);
  const domain = /^@([\w-]+(?:\.[\w-]+)+)$/.exec(said)?.[1]?.toLowerCase();
  if (domain !== undefined && rows.some((row) => row.domain === domain)) return { target: 'domain', id: domain };
  const beginning = said.toLowerCase();
  if (beginning.length >= LEAST_ID && /^[0-9a-f]+$/.test(beginning)) {
    const people = new Set(rows.flatMap((row) => (row.id.startsWith(beginning) ? row.personId : [])));
    const exact = rows.find((row) => row.id.startsWith(beginning));
    if (exact && people.size === 1) return { target: 'identity', id: exact.id };
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const handle of handlesMeant(said, rows)) {
    const id = store.identityOf(handle);
    if (known.has(id)) return { target: 'identity', id };
  }
  throw new BifocalError('PERSON_NOT_FOUND', { person: said });
}

/** Every handle that what was said may stand for. */
export async function handlesOf(store: Store, productId: string, said: string): Promise<Person[]> {
  const rows = await identities(store, productId);
  const known = new Set(rows.map(({ id }) => id));
  return handlesMeant(said, rows).filter((handle) => known.has(store.identityOf(handle)));
}

function handlesMeant(said: string, rows: readonly IdentityRow[]): Person[] {
  const spaces = [...new Set(rows.map(({ space }) => space))];
  const named = spaces.flatMap((space) =>
    said.toLowerCase().startsWith(`${space}:`) ? { space, handle: said.slice(space.length + 1) } : [],
  );
  const plain = said.replace(/^@/, '');
  return [...named, ...spaces.map((space) => ({ space, handle: plain }))];
}

export async function giveRole(store: Store, productId: string, { target, id }: Meant, role: Role): Promise<string> {
  return store.corrections.add(productId, { target, targetId: id, verb: 'role', payload: role });
}

export async function sayWhetherSame(store: Store, productId: string, one: Meant, other: Meant, same: boolean) {
  if (one.target !== 'identity' || other.target !== 'identity' || one.id === other.id) {
    throw new BifocalError('USAGE', { cause: 'Name two different people.', command: 'people' });
  }
  const verb = same ? 'same' : 'apart';
  return store.corrections.add(productId, { target: 'identity', targetId: one.id, verb, payload: other.id });
}

/** Takes back what was decided last of this person; null where nothing stands. */
export async function takeBack(store: Store, productId: string, { target, id }: Meant): Promise<string | null> {
  const rows = await identities(store, productId);
  const person = rows.find((row) => row.id === id)?.personId;
  const own = new Set([id, ...rows.flatMap((row) => (row.personId === person ? row.id : []))]);
  const standing = (await store.corrections.list(productId)).filter(
    (one) => one.target === target && own.has(one.targetId) && one.verb !== 'forget',
  );
  const last = standing.at(-1);
  return last === undefined ? null : store.corrections.undo(productId, last.id).then(() => last.verb);
}

/** One person or @domain a line; what stands behind # is a note. */
export async function readList(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BifocalError('TARGET_NOT_FOUND', { target: path }, cause);
  });
  return text.split(/\r?\n/).flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').trim() || []);
}
