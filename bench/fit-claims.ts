/** Fits how much each sign of a claim weighs: `node bench/fit-claims.ts <gold> <folder of repositories>`, on the half for building. */
import { writeFileSync } from 'node:fs';
import { goldPages } from '#engine/bench/claims-gold.ts';
import { pageNames } from '#language/claims/detect.ts';
import { SIGNS, signsOf } from '#language/claims/signs.ts';

/** Ridge; between 0.5 and 4 leaving one product out at a time changes F1 by under 0.01. */
const LAMBDA = 2;
const ROUNDS = 4_000;
const STEP = 0.004;

interface Row {
  readonly product: string;
  readonly signs: Float64Array;
  readonly claim: boolean;
}

const [gold, folder] = process.argv.slice(2);
if (!gold || !folder) throw new Error('usage: node bench/fit-claims.ts <gold.csv> <folder of repositories>');
const rows: Row[] = [];
for (const page of await goldPages(gold, folder, AbortSignal.timeout(120_000))) {
  if (page.half !== 'building') continue;
  const sense = { names: pageNames(page.statements.find(({ place }) => place === 'heading')?.text ?? '', [page.name]) };
  for (const { statement, label } of page.labelled)
    if (statement !== null)
      rows.push({ product: page.repository, signs: signsOf(statement, sense), claim: label !== 'none' });
}

const left = new Map<Row, number>();
for (const product of new Set(rows.map((row) => row.product))) {
  const weights = fitted(rows.filter((row) => row.product !== product));
  for (const row of rows) if (row.product === product) left.set(row, chance(weights, row));
}
const [threshold = 0.5] = [0.38, 0.4, 0.42, 0.44, 0.46, 0.48, 0.5].toSorted((a, b) => f1(b) - f1(a));
process.stdout.write(
  `${rows.length} sentences, one product left out at a time: F1 ${f1(threshold).toFixed(3)} at ${threshold}\n`,
);
const weights = fitted(rows);
const lines = SIGNS.map((sign, at) => `  ${sign}: ${(weights[at] as number).toFixed(2)},`);
writeFileSync(
  new URL('../src/language/claims/weights.ts', import.meta.url),
  `/** How much each sign of a claim weighs. Written by bench/fit-claims.ts from the half of the gold set that is for building. */

export const THRESHOLD = ${threshold};

export const WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`,
);

function fitted(some: readonly Row[]): Float64Array {
  const weights = new Float64Array(SIGNS.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = new Float64Array(SIGNS.length);
    for (const row of some) {
      const off = chance(weights, row) - Number(row.claim);
      for (let at = 0; at < slope.length; at += 1) slope[at] = (slope[at] as number) + off * (row.signs[at] as number);
    }
    for (let at = 0; at < slope.length; at += 1) {
      const ridge = at === 0 ? 0 : LAMBDA * (weights[at] as number);
      weights[at] = (weights[at] as number) - STEP * ((slope[at] as number) + ridge);
    }
  }
  return weights;
}

function chance(weights: Float64Array, { signs }: Row): number {
  let sum = 0;
  for (let at = 0; at < signs.length; at += 1) sum += (weights[at] as number) * (signs[at] as number);
  return 1 / (1 + Math.exp(-sum));
}

function f1(threshold: number): number {
  let [right, found, there] = [0, 0, 0];
  for (const row of rows) {
    const said = (left.get(row) as number) >= threshold;
    right += Number(said && row.claim);
    found += Number(said);
    there += Number(row.claim);
  }
  return (2 * right) / (found + there);
}
