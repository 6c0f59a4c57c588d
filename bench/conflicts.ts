/**
 * How often is a line wrong that the ledger shows as a conflict, or that fails `bifocal check`? Reads every repository of a
 * list as it stood at its commit, and sets beside each shown line what a person judged who looked into that repository.
 * `node bench/conflicts.ts <folder with the repositories> [bench/claims/conflicts.csv] [--rules <row>] [--list]`: `--rules` reads
 * one row of the table in docs/guide/removed-features.md alone; with `--list` each shown line comes with its words and quotes.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wilson } from '#core/statistics/wilson.ts';
import { placeOf } from '#engine/bench/claims-gold.ts';
import type { ToldQuote } from '#engine/claim-quotes.ts';
import { readAt } from './claims/at-commit.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rules: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const [folder, list = new URL('claims/conflicts.csv', import.meta.url).pathname] = positionals;
if (folder === undefined) throw new Error('name the folder that holds the repositories');
const rows = readFileSync(list, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .filter(([, , rules]) => values.rules === undefined || values.rules === rules);
if (rows.length === 0) throw new Error(`${list} has no row of the rules ${values.rules}`);
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
    if (values.list) for (const one of words) console.log(`         ${one}`);
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
