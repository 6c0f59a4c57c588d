/**
 * Real pages that went on advertising what a commit had removed, and sentences beside them that still held: does the
 * ledger, or `bifocal check`, find the first and leave the second alone? Each is read as its repository stood at the commit.
 * `node bench/removed.ts <folder with the repositories> [bench/claims/removed.csv] [--half building|held-out] [--list]`;
 * told in docs/guide/removed-features.md. `--half` keeps what was set aside in a list with that column.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { placeOf } from '#engine/bench/claims-gold.ts';
import { type ReadAt, readAt } from './claims/at-commit.ts';

interface Sentence {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'case' | 'control';
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const [folder, gold = new URL('claims/removed.csv', import.meta.url).pathname] = positionals;
const { half } = values;
/** In letters. */
const NEAR = 400;
if (folder === undefined) throw new Error('name the folder that holds the repositories');

const sentences = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .filter((line) => half === undefined || line.split(',')[7] === half)
  .map((line): Sentence => {
    const [repository = '', commit = '', path = '', start, end, kind] = line.split(',');
    return { repository, commit, path, start: Number(start), end: Number(end), kind: kind as Sentence['kind'] };
  });
if (sentences.length === 0) throw new Error(`${gold} holds no sentence of the half ${half ?? 'that was asked for'}`);

const counts = { case: [0, 0], control: [0, 0] } as Record<Sentence['kind'], [found: number, all: number]>;
const listed: string[] = [];
let standing = 0;
for (const [, some] of Map.groupBy(sentences, ({ repository, commit }) => `${repository} ${commit}`)) {
  const [first] = some;
  if (!first) continue;
  const place = placeOf(folder, first.repository);
  const read = await readAt(place, first.commit);
  const conflicts = read.claims.filter(({ verdict }) => verdict === 'seems to conflict');
  for (const { says, quotes } of conflicts)
    listed.push(
      `${first.repository} “${says}” — ${quotes.map(({ where, why, text }) => `${where}, ${why}: ${text}`).join(' | ')}`,
    );
  standing += read.claims.length;
  for (const one of some) {
    const said = verdictOn(read, one, place);
    const found = said === 'seems to conflict' || said === 'offered, and gone';
    counts[one.kind][1] += 1;
    if (found) counts[one.kind][0] += 1;
    console.log(`${one.kind.padEnd(8)}${one.repository} ${one.commit.slice(0, 9)} ${one.path}:${one.start}  ${said}`);
  }
}
console.log(`\nfound ${counts.case.join(' of ')}; false alarms among the controls ${counts.control.join(' of ')}`);
if (values.list) for (const line of listed) console.log(line);
console.log(`all claims that stood on these pages: ${standing}, of which ${listed.length} seem to conflict`);

function verdictOn({ claims, failures }: ReadAt, { commit, path, start, end }: Sentence, repository: string): string {
  const page = execFileSync('git', ['-C', repository, 'show', `${commit}:${path}`], { encoding: 'utf8' });
  const line = page.slice(0, start).split('\n').length;
  if (failures.some((one) => one.file === path && one.line === line)) return 'offered, and gone';
  const sentence = wordsOf(page.slice(start, end));
  // Evidence is kept without addresses of people, so that its letters may be counted a little otherwise: words decide. The
  // first place is where it was first said, in a copy whose offsets are others.
  const on = claims.filter(
    ({ says, places }) =>
      places
        .slice(1)
        .some(({ where, from, to }) => where === path && (from ?? 0) < end + NEAR && (to ?? 0) > start - NEAR) &&
      isOf(wordsOf(says), sentence),
  );
  return on.find(({ verdict }) => verdict === 'seems to conflict')?.verdict ?? on[0]?.verdict ?? 'not held for a claim';
}

/** Of the shorter of both, most words are in the other. */
function isOf(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].filter((word) => other.has(word)).length >= 0.6 * Math.max(1, Math.min(one.size, other.size));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
