/**
 * How often is a line wrong that the ledger shows as a conflict, or that fails `bifocal check`? Reads every repository of a
 * list as it stood at its commit, and sets beside each shown line what a person judged who looked into that repository.
 * `node bench/conflicts.ts <folder with the repositories> [bench/claims/conflicts.csv] [--list]`; with `--list` each shown line
 * comes with its words and quotes. Told in docs/guide/removed-features.md.
 */
import { readFileSync } from 'node:fs';
import { wilson } from '#core/statistics/wilson.ts';
import { placeOf } from '#engine/bench/claims-gold.ts';
import type { ToldQuote } from '#engine/claim-quotes.ts';
import { readAt } from './claims/at-commit.ts';

const [folder, list = new URL('claims/conflicts.csv', import.meta.url).pathname] = process.argv
  .slice(2)
  .filter((word) => word !== '--list');
if (folder === undefined) throw new Error('name the folder that holds the repositories');
const rows = readFileSync(list, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const judged = new Map(
  rows.map(([name, commit, , kind, page, at, verdict]) => [[name, commit, kind, page, at].join(), verdict]),
);
const counts = { conflict: { right: 0, judged: 0, open: 0 }, failure: { right: 0, judged: 0, open: 0 } };
for (const read of new Set(rows.map(([name, commit]) => `${name} ${commit}`))) {
  const [name = '', commit = ''] = read.split(' ');
  const { claims, failures } = await readAt(placeOf(folder, name), commit);
  const conflicts = claims.filter(({ verdict }) => verdict === 'seems to conflict');
  for (const { places, says, quotes } of conflicts)
    tell('conflict', places.at(-1)?.where, places.at(-1)?.from, [says, ...quotes.map(quoted)]);
  for (const { file, line, says } of failures) tell('failure', file, line, [says]);

  function tell(
    kind: keyof typeof counts,
    page: string | null | undefined,
    at: number | null | undefined,
    words: readonly string[],
  ): void {
    const said = judged.get([name, commit, kind, page, at].join());
    counts[kind].judged += Number(said !== undefined);
    counts[kind].right += Number(said === 'right');
    counts[kind].open += Number(said === undefined);
    console.log(`${kind.padEnd(9)}${read} ${page}:${at}  ${said ?? 'not judged'}`);
    if (process.argv.includes('--list')) for (const one of words) console.log(`         ${one}`);
  }
}
for (const [kind, { right, judged: all, open }] of Object.entries(counts)) {
  const sure = wilson(right, all, 0.95);
  const range = sure === null ? '' : `, 95 % from ${sure.low.toFixed(2)} to ${sure.high.toFixed(2)}`;
  console.log(`${kind}: ${right} of ${all} judged are right${range}; ${open} not judged`);
}

function quoted({ where, why, text, at }: ToldQuote): string {
  return `${why}, ${where}, ${at?.slice(0, 10) ?? 'no day'}: ${text}`;
}
