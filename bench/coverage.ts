/**
 * How often intervals hold the truth: samples from worlds whose truth is known, judged by the estimators of
 * core/statistics. `node bench/coverage.ts [--trials 2000] [--write]`; --write puts the
 * tables into docs/reference/statistics.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tables } from './known-truth/page.ts';
import { TRIALS } from './known-truth/trials.ts';

const PAGE = fileURLToPath(new URL('../docs/reference/statistics.md', import.meta.url));
const BEGIN = '<!-- written by bench/coverage.ts: begin -->';
const END = '<!-- written by bench/coverage.ts: end -->';

const { values } = parseArgs({
  options: { trials: { type: 'string', default: String(TRIALS) }, write: { type: 'boolean', default: false } },
});

const text = tables(Number(values.trials), (line) => {
  if (process.stderr.isTTY) process.stderr.write(`\u001b[2K\r${line}`);
});
if (process.stderr.isTTY) process.stderr.write('\u001b[2K\r');
console.log(text);
if (values.write) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PAGE} lacks the marks between which the tables go`);
  writeFileSync(PAGE, `${page.slice(0, before + BEGIN.length)}\n\n${text}\n${page.slice(after)}`);
}
