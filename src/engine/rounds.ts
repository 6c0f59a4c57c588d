/** Rounds of the Mirror Test in the store: opened, given doors, answered, closed, and shown as far as that names nobody. */
import { hash, randomBytes } from 'node:crypto';
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import { plainJson } from '#core/json.ts';
import type { Answers, Released, Role, Round, RoundKind, RoundSeen } from '#core/mirror.ts';
import { dayOf } from '#core/time.ts';
import { seenOf } from '#mirror/gaps.ts';
import { isRole } from '#mirror/questions.ts';
import { onlyOpen, release } from '#mirror/release.ts';
import { type Given, LEAST_GROUP } from '#mirror/round.ts';
import type { StoredAnswer, StoredRound } from '#store/rounds.ts';
import type { Store } from '#store/store.ts';
import { joinNeeds } from './round-words.ts';

export interface RoundTold extends Round {
  /** At least so many answered; while it is open no finer count is told. */
  readonly answered: number;
}

/** Counts that are told of a round that is open: finer ones would tell when somebody of a small group answered. */
const TOLD = [500, 200, 100, 50, 20, 10, LEAST_GROUP] as const;

/** Rejects with TEAM_TOO_SMALL. */
export async function openRound(
  store: Store,
  productId: string,
  { kind, name, team }: { readonly kind: RoundKind; readonly name: string; readonly team: number | null },
): Promise<Round> {
  if (kind === 'anonymous' && team !== null && onlyOpen(team)) throw new BifocalError('TEAM_TOO_SMALL', { team });
  const id = await store.rounds.open(productId, { kind, questions: { set: 'mirror/1', name } });
  return roundOf((await store.rounds.list(productId)).find((one) => one.id === id) as StoredRound);
}

export async function roundsTold(store: Store, productId: string): Promise<RoundTold[]> {
  const stored = await store.rounds.list(productId);
  return Promise.all(
    stored.map(async (round) => {
      const carried = figuresOf(round)?.groups.reduce((sum, group) => sum + group.n, 0);
      const n = carried ?? (await store.rounds.answers(productId, round.id)).length;
      return { ...roundOf(round), answered: TOLD.find((told) => told <= n) ?? 0 };
    }),
  );
}

/** By id, by the start of an id or by name; the newest without any. Rejects with ROUND_NOT_FOUND. */
export async function roundNamed(store: Store, productId: string, named?: string): Promise<Round> {
  const rounds = (await store.rounds.list(productId)).map(roundOf);
  const wanted = named?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? rounds.at(-1)
      : (rounds.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ??
        rounds.filter(({ id }) => id.startsWith(wanted)).at(-1));
  if (!found) throw new BifocalError('ROUND_NOT_FOUND', { round: named ?? 'yet' });
  return found;
}

/** What opens the form, shown once: the store keeps its hash alone. */
export interface DoorKey {
  readonly role: Role;
  readonly single: boolean;
  readonly token: string;
}

/** Rejects with ROUND_CLOSED. */
export async function addDoors(
  store: Store,
  productId: string,
  round: Round,
  wishes: readonly { readonly role: Role; readonly people: number | null }[],
): Promise<DoorKey[]> {
  if (round.closesAt !== null) throw new BifocalError('ROUND_CLOSED', { round: round.name });
  const keys = wishes.flatMap(({ role, people }) =>
    Array.from({ length: people ?? 1 }, () => ({
      role,
      single: people !== null,
      token: randomBytes(16).toString('base64url'),
    })),
  );
  await store.rounds.addDoors(
    productId,
    round.id,
    keys.map(({ token, ...door }) => ({ ...door, hash: hashOf(token) })),
  );
  return keys;
}

export interface OpenDoor {
  readonly round: Round;
  readonly role: Role;
  /** Somebody came through it and it was for one. */
  readonly used: boolean;
  /** What this respondent said so far. */
  readonly answers: Answers | null;
}

/** Null where no door has this token. */
export async function doorOf(
  store: Store,
  productId: string,
  token: string,
  key: string | null,
): Promise<OpenDoor | null> {
  const door = await store.rounds.door(productId, hashOf(token));
  if (door === null || !isRole(door.role)) return null;
  const round = (await store.rounds.list(productId)).find(({ id }) => id === door.roundId);
  if (!round) return null;
  const own = key === null ? null : await store.rounds.answer(productId, round.id, answerId(round.id, key));
  const answers = own !== null && own.role === door.role ? (own.answers as Answers) : null;
  return { round: roundOf(round), role: door.role, used: door.used && answers === null, answers };
}

/** On the disk when it resolves with `kept`. */
export function keepAnswers(
  store: Store,
  productId: string,
  token: string,
  round: Round,
  said: { readonly key: string; readonly language: string; readonly answers: Answers },
) {
  const answers = plainJson(said.answers);
  return store.rounds.keep(productId, hashOf(token), {
    id: answerId(round.id, said.key),
    language: said.language,
    answers,
  });
}

/** Rejects with ROUND_CLOSED. What customers wish for joins the needs, without a name. */
export async function closeRound(store: Store, productId: string, round: Round): Promise<Released> {
  if (!(await store.rounds.close(productId, round.id))) throw new BifocalError('ROUND_CLOSED', { round: round.name });
  const released = await releasedRound(store, productId, await roundNamed(store, productId, round.id));
  await joinNeeds(store, productId, released);
  return released;
}

/** Rejects with ROUND_OPEN: what is shown before the close could be told apart from what is shown after. */
export async function releasedRound(store: Store, productId: string, round: Round): Promise<Released> {
  if (round.closesAt === null) throw new BifocalError('ROUND_OPEN', { round: round.name });
  const stored = (await store.rounds.list(productId)).find(({ id }) => id === round.id);
  const carried = stored && figuresOf(stored);
  return carried
    ? { round, ...carried, named: [] }
    : release(round, (await store.rounds.answers(productId, round.id)).map(givenOf));
}

/** Closed ones, oldest first: the one road by which answers reach faces and facts. */
export async function releasedRounds(
  store: Store,
  productId: string,
  until = Number.MAX_SAFE_INTEGER,
): Promise<Released[]> {
  const closed = (await store.rounds.list(productId))
    .map(roundOf)
    .filter(({ closesAt }) => closesAt !== null && closesAt <= until);
  const inOrder = closed.toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0) || (a.id < b.id ? -1 : 1));
  return Promise.all(inOrder.map((round) => releasedRound(store, productId, round)));
}

/** What closed rounds tell a reading; those closed by then, or all. */
export async function roundsSeen(store: Store, productId: string, at: number | null): Promise<RoundSeen[]> {
  return (await releasedRounds(store, productId, at ?? undefined)).map(seenOf);
}

/** Of a round that came with an export: its answers stayed where they were given. */
function figuresOf({ questions: { figures } }: StoredRound): Pick<Released, 'groups' | 'held'> | null {
  return figures === undefined ? null : (figures as unknown as Pick<Released, 'groups' | 'held'>);
}

function givenOf({ id, role, answers }: StoredAnswer): Given {
  return { id, role: isRole(role) ? role : 'customers', answers: answers as Answers };
}

function roundOf({ id, kind, questions, opensAt, closesAt }: StoredRound): Round {
  const name = typeof questions.name === 'string' ? questions.name : dayOf(opensAt);
  return { id, kind: kind as RoundKind, name, opensAt, closesAt };
}

/** Of what only the respondent's own browser holds: the same person goes on, and nobody can tell who it was. */
function answerId(roundId: string, key: string): string {
  return idOf('answer', roundId, key);
}

function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
