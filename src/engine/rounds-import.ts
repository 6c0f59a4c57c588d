/** Answers that were collected elsewhere, as a round that is closed from the first: one CSV row or JSON entry each. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { digestOf, idOf } from '#core/ids.ts';
import { type JsonObject, plainJson } from '#core/json.ts';
import { PARTS, ROUND_KINDS, type Role, type RoundKind } from '#core/mirror.ts';
import { givenAnswers, givenName } from '#mirror/given-answers.ts';
import { isRole } from '#mirror/questions.ts';
import { CellCutter } from '#sources/table/cut-cells.ts';
import type { StoredAnswer, StoredRound } from '#store/rounds.ts';
import type { Store } from '#store/store.ts';
import { openWords, sealWords } from './round-words.ts';
import { releasedRound, roundNamed } from './rounds.ts';

const LARGEST = 32 * 2 ** 20;
const DAY_LENGTH = 10;

interface RoundFound {
  readonly id: string;
  readonly kind: RoundKind;
  readonly name: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly answers: readonly JsonObject[];
}

export interface RoundTaken {
  readonly id: string;
  readonly name: string;
  readonly answers: number;
  /** Rows without a role that is known. */
  readonly refused: number;
  /** False: it was there before, as a closed round never changes. */
  readonly added: boolean;
  /** What `bifocal undo` takes back: the answers, and their words among the needs. */
  readonly gather: string | null;
}

export interface TakingRounds {
  readonly path: string;
  /** Of a CSV file, which says neither: the day on which it closed, and how it was held. */
  readonly at: number | null;
  readonly kind: RoundKind;
  readonly name: string | null;
}

/** What a folder of evidence brings along; its words do not join the needs, as its feedback may hold them already. */
export async function takeFolderRounds(store: Store, productId: string, folder: string): Promise<void> {
  const path = join(folder, 'rounds.json');
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return;
  if (size > LARGEST) throw new BifocalError('TOO_LARGE', { what: path, most: '32 MB' });
  const known = new Set((await store.rounds.list(productId)).map(({ id }) => id));
  for (const round of roundsOfJson(path, await readFile(path, 'utf8'))) {
    if (!known.has(round.id)) await store.rounds.take(productId, ...storedOf(round));
  }
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS. */
export async function takeRounds(store: Store, productId: string, taking: TakingRounds): Promise<RoundTaken[]> {
  const bytes = await readFile(taking.path).catch((error: unknown) => {
    throw new BifocalError('TARGET_NOT_FOUND', { target: taking.path }, error);
  });
  if (bytes.length > LARGEST) throw new BifocalError('TOO_LARGE', { what: taking.path, most: '32 MB' });
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const rounds = /^\s*[{[]/.test(text) ? roundsOfJson(taking.path, text) : [roundOfCells(taking, text)];
  const taken: RoundTaken[] = [];
  for (const round of rounds) taken.push(await takeRound(store, productId, round));
  return taken;
}

async function takeRound(store: Store, productId: string, found: RoundFound): Promise<RoundTaken> {
  const [round, answers] = storedOf(found);
  const told = {
    id: found.id,
    name: found.name,
    answers: answers.length,
    refused: found.answers.length - answers.length,
  };
  const gather = await openWords(store, productId, found.id);
  const added = await store.rounds.take(productId, round, answers, gather);
  if (!added) {
    await store.gathers.abandon(productId, gather);
    return { ...told, added, gather: null };
  }
  const released = await releasedRound(store, productId, await roundNamed(store, productId, found.id));
  await sealWords(store, productId, gather, released);
  return { ...told, added, gather };
}

function storedOf({ answers: given, ...found }: RoundFound): [round: StoredRound, answers: StoredAnswer[]] {
  const salt = digestOf(JSON.stringify(given));
  const answers = given.flatMap((row, at): StoredAnswer[] => {
    const role = roleOf(row.role);
    if (role === null) return [];
    const name = found.kind === 'open' && role !== 'customers' ? givenName(row.name) : null;
    const said = plainJson({ ...givenAnswers(role, row), ...(name !== null && { name }) });
    return [{ id: idOf('answer', salt, String(at)), role, language: null, answers: said }];
  });
  const { id, kind, name, opensAt, closesAt } = found;
  return [{ id, kind, questions: { set: 'mirror/1', name, imported: true }, opensAt, closesAt }, answers];
}

/** `{ rounds: [{ id, kind, opensAt, closesAt, answers: [{ role, … }] }] }`, as the sample has it. */
function roundsOfJson(path: string, text: string): RoundFound[] {
  const strange = (cause: string) =>
    new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a file of Mirror Test rounds', cause });
  let told: { rounds?: unknown };
  try {
    told = JSON.parse(text) as { rounds?: unknown };
  } catch (error) {
    throw strange(error instanceof Error ? error.message : String(error));
  }
  if (!Array.isArray(told.rounds) || told.rounds.length === 0) throw strange('it has no list called rounds');
  return (told.rounds as Record<string, unknown>[]).map((one, at) => {
    const [opensAt, closesAt] = [dayIn(one.opensAt), dayIn(one.closesAt)];
    if (opensAt === null || closesAt === null)
      throw strange(`round ${at + 1} lacks opensAt or closesAt, as 2026-02-28`);
    if (!Array.isArray(one.answers)) throw strange(`round ${at + 1} has no answers`);
    const kind = ROUND_KINDS.find((word) => word === one.kind);
    if (kind === undefined) throw strange(`round ${at + 1} is neither open nor anonymous`);
    const id =
      typeof one.id === 'string' && one.id !== ''
        ? one.id.slice(0, 100)
        : idOf('round', String(opensAt), String(closesAt));
    const name = typeof one.name === 'string' ? one.name : id;
    return { id, kind, name, opensAt, closesAt, answers: one.answers as JsonObject[] };
  });
}

/** Columns are called as the questions are: role, doing.making …, whom (names between semicolons), place.product …. */
function roundOfCells({ path, at, kind, name }: TakingRounds, text: string): RoundFound {
  const cutter = new CellCutter(text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',');
  const [head, ...rows] = [...cutter.push(text), ...cutter.end()].map(({ cells }) => cells);
  const columns = (head ?? []).map((cell) => cell.trim().toLowerCase());
  const strange = (cause: string) =>
    new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a table of Mirror Test answers', cause });
  if (!columns.includes('role')) throw strange('it has no column role (leaders, staff or customers)');
  if (at === null) throw strange('it does not say when the round closed: add --at 2026-02-28');
  const answers = rows
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => {
      const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
      const plain = ['role', 'name', 'why', 'friend', 'right', 'missed', 'would', 'closer', 'which'].map(
        (column) => [column, cell(column)] as const,
      );
      return {
        ...Object.fromEntries(plain),
        doing: Object.fromEntries(PARTS.map((part) => [part, cell(`doing.${part}`)])),
        whom: cell('whom').split(';'),
        place: { product: cell('place.product'), customer: cell('place.customer') },
      };
    });
  const called = name ?? basename(path).replace(/\.\w+$/, '');
  return { id: idOf('round', called, digestOf(text)), kind, name: called, opensAt: at, closesAt: at, answers };
}

function roleOf(word: unknown): Role | null {
  const role = typeof word === 'string' ? word.trim().toLowerCase() : '';
  const plural = ({ leader: 'leaders', customer: 'customers' } as Record<string, string>)[role] ?? role;
  return isRole(plural) ? plural : null;
}

function dayIn(value: unknown): number | null {
  const at = typeof value === 'string' && value.length >= DAY_LENGTH ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}
