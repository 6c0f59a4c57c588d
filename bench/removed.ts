/**
 * Real pages that went on advertising what a commit had removed, and sentences beside them that still held: does the
 * ledger, or `bifocal check`, find the first and leave the second alone? Each is read as its repository stood at the commit.
 * `node bench/removed.ts <folder with the repositories> [bench/claims/removed.csv] [--list]`; told in docs/guide/removed-features.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOf } from '#engine/check.ts';
import { ledgerOf } from '#engine/claims.ts';
import { gatherSources } from '#engine/gather-sources.ts';
import { resolveTarget } from '#engine/target.ts';
import { openStore } from '#store/open.ts';

interface Sentence {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'case' | 'control';
}

const [folder, gold = new URL('claims/removed.csv', import.meta.url).pathname] = process.argv
  .slice(2)
  .filter((word) => word !== '--list');
if (folder === undefined) throw new Error('name the folder that holds the repositories');

const sentences = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Sentence => {
    const [repository = '', commit = '', path = '', start, end, kind] = line.split(',');
    return { repository, commit, path, start: Number(start), end: Number(end), kind: kind as Sentence['kind'] };
  });

const counts = { case: [0, 0], control: [0, 0] } as Record<Sentence['kind'], [found: number, all: number]>;
const listed: string[] = [];
let conflicts = 0;
let standing = 0;
for (const [, some] of Map.groupBy(sentences, ({ repository, commit }) => `${repository} ${commit}`)) {
  const [first] = some;
  if (!first) continue;
  const read = await readAt(placeOf(folder, first.repository), first.commit);
  conflicts += read.conflicts.length;
  listed.push(...read.conflicts);
  standing += read.standing;
  for (const one of some) {
    const said = read.verdictOn(one);
    const found = said === 'seems to conflict' || said === 'offered, and gone';
    counts[one.kind][1] += 1;
    if (found) counts[one.kind][0] += 1;
    console.log(`${one.kind.padEnd(8)}${one.repository} ${one.commit.slice(0, 9)} ${one.path}:${one.start}  ${said}`);
  }
}
console.log(`\nfound ${counts.case.join(' of ')}; false alarms among the controls ${counts.control.join(' of ')}`);
if (process.argv.includes('--list')) for (const line of listed) console.log(line);
console.log(`all claims that stood on these pages: ${standing}, of which ${conflicts} seem to conflict`);

async function readAt(repository: string, commit: string) {
  const work = mkdtempSync(join(tmpdir(), 'bifocal-removed-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args], { encoding: 'utf8' });
  execFileSync('git', ['clone', '-q', '--bare', '--shared', repository, work]);
  git('update-ref', 'refs/heads/then', commit);
  git('symbolic-ref', 'HEAD', 'refs/heads/then');
  // What came later was not known then: its tags and branches go.
  for (const ref of git('for-each-ref', '--format=%(refname)', `--no-merged=${commit}`).split('\n').filter(Boolean)) {
    git('update-ref', '-d', ref);
  }
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  try {
    const target = await resolveTarget(work, work);
    const order = { target, at: null, deep: false, signal: new AbortController().signal, onProgress: () => {} };
    const { product } = await gatherSources(store, order);
    const claims = (await ledgerOf(store, product.id)).filter(
      ({ lastAt, verdict }) => lastAt === null && verdict !== 'unsaid',
    );
    const check = await checkOf(store, { product, gates: [], allowed: [], missing: [] });
    return {
      standing: claims.length,
      conflicts: claims
        .filter(({ verdict }) => verdict === 'seems to conflict')
        .map(
          ({ says, quotes }) =>
            `${repository} “${says}” — ${quotes.map(({ where, text }) => `${where}: ${text}`).join(' | ')}`,
        ),
      verdictOn({ path, start, end }: Sentence): string {
        const page = execFileSync('git', ['-C', repository, 'show', `${commit}:${path}`], { encoding: 'utf8' });
        const line = page.slice(0, start).split('\n').length;
        if (check.failures.some((one) => one.file === path && one.line === line)) return 'offered, and gone';
        const on = claims.filter(({ places }) =>
          places.some((place) => place.where === path && (place.from ?? 0) < end && (place.to ?? 0) > start),
        );
        return (
          on.find(({ verdict }) => verdict === 'seems to conflict')?.verdict ?? on[0]?.verdict ?? 'not held for a claim'
        );
      },
    };
  } finally {
    await store.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function placeOf(within: string, repository: string): string {
  const names = [repository, repository.replace('/', '+'), repository.split('/').at(-1) ?? repository];
  const found = names
    .flatMap((name) => [join(within, name, 'repo'), join(within, name), join(within, `${name}.git`)])
    .find((place) => existsSync(join(place, 'HEAD')) || existsSync(join(place, '.git')));
  if (found === undefined) throw new Error(`no repository ${repository} in ${within}`);
  return found;
}
