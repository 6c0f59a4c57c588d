/** `bifocal mirror`: rounds of the Mirror Test from the opening to the result, and the test for one person alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderSVG } from 'uqr';
import { BifocalError } from '#core/errors.ts';
import { ROLES, type Role } from '#core/mirror.ts';
import { evidenceBeside, mirrorResult } from '#engine/mirror-result.ts';
import type { Store } from '#engine/open-store.ts';
import { addDoors, closeRound, openRound, releasedRound, roundNamed, roundsTold } from '#engine/rounds.ts';
import { answerRows, csvOf, figureRows } from '#engine/rounds-export.ts';
import { takeRounds } from '#engine/rounds-import.ts';
import { plain } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import { askAlone } from './mirror-alone.ts';
import { resultWords, roundWords } from './mirror-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

interface Asking {
  readonly store: Store;
  readonly product: { readonly id: string; readonly name: string };
  readonly flags: Asked['flags'];
  readonly rest: readonly string[];
  readonly terminal: Terminal;
}

/** What it says in words, and as JSON. */
interface Said {
  readonly words: string;
  readonly json: unknown;
}

const VERBS: Readonly<Record<string, (asking: Asking) => Promise<Said>>> = {
  open,
  links,
  close,
  result,
  rounds,
  import: take,
  export: hand,
};

/** Where `bifocal serve` listens when nothing else is said. */
const USUAL_ADDRESS = 'http://127.0.0.1:4848';

export async function mirrorCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const [verb, ...rest] = targets;
  const work = verb === undefined ? alone : VERBS[verb];
  if (!work) throw usage(`Say one of ${Object.keys(VERBS).join(', ')}; or nothing, to be asked yourself.`);
  await withProduct(asked, terminal, async (store, product) => {
    const said = await work({ store, product, flags, rest, terminal });
    terminal.print(
      flags.json === true ? `${JSON.stringify(said.json, null, 2)}\n` : plain(terminal.screen, said.words),
    );
  });
  return 0;
}

async function alone({ store, product, terminal }: Asking): Promise<Said> {
  if (!terminal.interactive)
    throw usage('Alone it asks you questions, and nobody can answer here. `bifocal mirror open` begins a round.');
  return askAlone(terminal, product.name, await evidenceBeside(store, product.id, null));
}

async function open({ store, product, flags, rest }: Asking): Promise<Said> {
  const name = text(flags.name) ?? (rest.join(' ') || `Round ${(await roundsTold(store, product.id)).length + 1}`);
  const team = flags.team === undefined ? null : number(flags.team, '--team');
  const round = await openRound(store, product.id, { kind: flags.open === true ? 'open' : 'anonymous', name, team });
  const next = ' Next: bifocal mirror links --for leaders,staff,customers\n';
  return {
    words: ` “${round.name}” takes answers now, ${round.kind === 'open' ? 'with names' : 'anonymously'}; it never changes its kind.\n${next}`,
    json: round,
  };
}

async function links({ store, product, flags, rest }: Asking): Promise<Said> {
  const round = await roundNamed(store, product.id, rest.join(' ') || undefined);
  const wishes = (text(flags.for) ?? ROLES.join(',')).split(',').map(wishOf);
  const address = (text(flags.address) ?? USUAL_ADDRESS).replace(/\/+$/, '');
  const keys = await addDoors(store, product.id, round, wishes);
  const made = keys.map(({ role, single, token }) => ({ role, single, url: `${address}/m/${product.id}/${token}` }));
  const folder = text(flags.svg);
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    for (const [at, { role, url }] of made.entries())
      writeFileSync(join(folder, `${at + 1}-${role}.svg`), renderSVG(url));
  }
  const lines = made.map(({ role, single, url }) => ` ${role.padEnd(10)} ${single ? 'for one ' : 'for many'}  ${url}`);
  const end = ' They are shown this once. People reach them while `bifocal serve` runs.\n';
  return { words: `${lines.join('\n')}\n${end}`, json: { round: round.id, links: made } };
}

/** `leaders`: one link for all of them. `leaders=3`: three links, each for one person. */
function wishOf(wish: string): { role: Role; people: number | null } {
  const [word = '', people] = wish.trim().split('=');
  const role = ROLES.find((one) => one === word);
  if (role === undefined) throw usage(`“${word}” is none of ${ROLES.join(', ')}.`);
  return { role, people: people === undefined ? null : number(people, `--for ${word}=`) };
}

async function close({ store, product, rest }: Asking): Promise<Said> {
  const round = await roundNamed(store, product.id, rest.join(' ') || undefined);
  await closeRound(store, product.id, round);
  return {
    words: ` “${round.name}” is closed. See it with: bifocal mirror result\n`,
    json: { round: round.id, closed: true },
  };
}

async function result({ store, product, rest, terminal }: Asking): Promise<Said> {
  const round = await roundNamed(store, product.id, rest.join(' ') || undefined);
  await releasedRound(store, product.id, round);
  const told = await mirrorResult(store, product.id, round);
  if (told === null) throw new BifocalError('ROUND_OPEN', { round: round.name });
  return { words: resultWords(product.name, told, terminal.screen), json: told };
}

async function rounds({ store, product }: Asking): Promise<Said> {
  const all = await roundsTold(store, product.id);
  return {
    words: all.length === 0 ? ' No round yet. Begin one: bifocal mirror open\n' : all.map(roundWords).join(''),
    json: all,
  };
}

async function take({ store, product, flags, rest, terminal }: Asking): Promise<Said> {
  const [file] = rest;
  if (file === undefined) throw usage('Name the file: bifocal mirror import answers.csv --at 2026-02-28');
  const at = flags.at === undefined ? null : Date.parse(String(flags.at));
  if (at !== null && !Number.isFinite(at)) throw usage(`--at takes a day as 2026-02-28, not “${String(flags.at)}”.`);
  const taking = {
    path: resolve(terminal.cwd, file),
    at,
    kind: flags.open === true ? ('open' as const) : ('anonymous' as const),
    name: text(flags.name),
  };
  const taken = await takeRounds(store, product.id, taking);
  const lines = taken.map(({ name, answers, refused, added, gather }) =>
    added
      ? ` “${name}”: ${answers} answers${refused > 0 ? `; ${refused} rows name no role and were left out` : ''}. Undo: bifocal undo ${gather}`
      : ` “${name}” was here before; a closed round never changes.`,
  );
  return { words: `${lines.join('\n')}\n`, json: taken };
}

async function hand({ store, product, flags, rest, terminal }: Asking): Promise<Said> {
  const [file, ...named] = rest;
  if (file === undefined) throw usage('Name the file to write: bifocal mirror export autumn.csv');
  const round = await roundNamed(store, product.id, named.join(' ') || undefined);
  const released = await releasedRound(store, product.id, round);
  const rows = flags.rows === true ? answerRows(released) : figureRows(released);
  const path = resolve(terminal.cwd, file);
  try {
    writeFileSync(path, csvOf(rows));
  } catch (error) {
    throw new BifocalError(
      'FILE_NOT_WRITTEN',
      { file, cause: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
  return { words: ` ${rows.length} rows in ${file}.\n`, json: { file, rows: rows.length } };
}

function text(flag: unknown): string | null {
  return typeof flag === 'string' && flag.trim() !== '' ? flag.trim() : null;
}

function number(flag: unknown, name: string): number {
  const value = Number(flag);
  if (Number.isInteger(value) && value > 0 && value <= 10_000) return value;
  throw usage(`${name} takes a number from 1 to 10,000, not “${String(flag)}”.`);
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'mirror' });
}
