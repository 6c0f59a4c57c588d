/**
 * How well problems are told from requests, glad from sore and requirements from noise, on labelled data that is not
 * ours, beside the plain recipe in the same run. `node bench/kinds.ts <folder of data>`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOf } from '#language/classify/features.ts';
import { type Learning, learnEach, learnExclusive } from '#language/classify/learn.ts';
import { type Given, type Measured, measured } from '#language/classify/measure.ts';
import { judgeFeatures } from '#language/classify/model.ts';
import { KINDS, MOOD, PROBLEM_OR_REQUEST, REQUIREMENT, ROLES } from '#language/classify/settings.ts';
import { shippedModel } from '#language/classify/shipped.ts';
import { baseline } from './kinds/baseline.ts';
import { appReviews, type Labelled, requirements, senti4sd, titanium } from './kinds/data.ts';
import { kindExamples, roleRows } from './kinds/examples.ts';
import { statements } from './kinds/statements.ts';

type Split = readonly [train: readonly Labelled[], test: readonly Labelled[]];

function ours([train, test]: Split, labels: readonly string[], learning: Learning): Given[] {
  const model = learnExclusive(
    labels,
    train.map(({ text }) => featuresOf(text)),
    train.map(({ label }) => label),
    learning,
  );
  return test.map(({ text, label }) => {
    const { probabilities, holds } = judgeFeatures(model, featuresOf(text));
    return {
      known: label,
      given: labels[holds[0] as number] as string,
      probabilities: new Map(labels.map((name, at) => [name, probabilities[at] as number])),
    };
  });
}

function plain([train, test]: Split): Given[] {
  const judge = baseline(
    train.map(({ text }) => text),
    train.map(({ label }) => label),
  );
  return test.map(({ text, label }) => {
    const scores = judge(text);
    const sum = scores.reduce((total, { score }) => total + 1 / (1 + Math.exp(-score)), 0);
    return {
      known: label,
      given: scores.reduce((best, one) => (one.score > best.score ? one : best)).label,
      probabilities: new Map(scores.map(({ label: name, score }) => [name, 1 / (1 + Math.exp(-score)) / sum])),
    };
  });
}

function folded(rows: readonly Labelled[], folds: number): Split[] {
  return Array.from({ length: folds }, (_, fold) => [
    rows.filter((_row, at) => at % folds !== fold),
    rows.filter((_row, at) => at % folds === fold),
  ]);
}

function line(what: string, { n, macroF1, labels, ece }: Measured): string {
  const each = labels.map(({ label, precision, recall, f1 }) => `${label} ${f(f1)} (${f(precision)}/${f(recall)})`);
  return `  ${what.padEnd(10)} n ${n}  macro-F1 ${f(macroF1)}  ${each.join('  ')}  calibration error ${f(ece)}`;
}

function f(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function tell(title: string, splits: readonly Split[], labels: readonly string[], learning: Learning): void {
  const from = process.cpuUsage();
  console.log(title);
  console.log(line('Bifocal', measured(splits.flatMap((split) => ours(split, labels, learning)))));
  console.log(line('plain', measured(splits.flatMap(plain))));
  const { user, system } = process.cpuUsage(from);
  console.log(`  ${((user + system) / 1e6).toFixed(0)} s of processor time`);
}

/** Each kind holds or not, by itself: figures of one label against its absence. */
function each(
  label: string,
  rows: readonly { readonly known: boolean; readonly p: number; readonly given: boolean }[],
): void {
  const found = measured(
    rows.map(({ known, p, given }) => ({
      known: known ? label : 'none',
      given: given ? label : 'none',
      probabilities: new Map([
        [label, p],
        ['none', 1 - p],
      ]),
    })),
  );
  const own = found.labels.find((one) => one.label === label);
  console.log(
    `  ${label.padEnd(10)} of ${own?.n ?? 0}  F1 ${f(own?.f1 ?? 0)} (${f(own?.precision ?? 0)}/${f(own?.recall ?? 0)})  calibration error ${f(found.ece)}`,
  );
}

const FOLDS = 5;

async function kindsOfStatements(data: string): Promise<void> {
  const said = await statements(data);
  const examples = await kindExamples(data, said);
  const foldOf = said.map((_, at) => (at * 7919) % FOLDS);
  const judged = said.map(() => ({ probabilities: [] as readonly number[], holds: [] as readonly number[] }));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learnEach(
      KINDS.labels,
      examples.filter((_, at) => foldOf[at] !== fold),
      KINDS,
    );
    for (const [at, { text }] of said.entries()) {
      if (foldOf[at] === fold) judged[at] = { ...judgeFeatures(model, featuresOf(text)) };
    }
  }
  console.log('Kinds, labelled statements: five folds; requests outside surveys');
  for (const [place, label] of KINDS.labels.entries()) {
    const rows = said.flatMap(({ data: from, kinds }, at) =>
      label === 'request' && from === 'jupyter-surveys'
        ? []
        : [
            {
              known: kinds.includes(label),
              p: judged[at]?.probabilities[place] as number,
              given: judged[at]?.holds.includes(place) ?? false,
            },
          ],
    );
    each(label, rows);
  }
}

function kindsOfReviews(data: string): void {
  const model = shippedModel('kinds');
  const reviews = appReviews(data);
  const judged = reviews.map(({ text }) => judgeFeatures(model, featuresOf(text)));
  console.log('Kinds, app reviews of Maalej et al.: what ships, nothing learned from them');
  for (const [label, theirs] of [
    ['problem', 'Bug'],
    ['request', 'Feature'],
  ] as const) {
    const place = model.labels.indexOf(label);
    const rows = reviews.map(({ labels }, at) => ({
      known: labels.has(theirs),
      p: judged[at]?.probabilities[place] as number,
      given: judged[at]?.holds.includes(place) ?? false,
    }));
    each(label, rows);
  }
}

async function roles(data: string): Promise<void> {
  const said = (await statements(data)).filter(({ second }) => second !== '');
  const rows = roleRows(said);
  tell(`Roles, ${rows.length} labelled statements: five folds`, folded(rows, FOLDS), ROLES.labels, ROLES);
  for (const from of new Set(said.map((one) => one.data))) {
    const split: Split = [
      rows.filter((_, at) => said[at]?.data !== from),
      rows.filter((_, at) => said[at]?.data === from),
    ];
    tell(`Roles, ${from}: learned from the other two`, [split], ROLES.labels, ROLES);
  }
  console.log(`  Two readings by one reader: Cohen’s kappa ${f(kappa(said))}`);
}

function kappa(said: readonly { readonly first: string; readonly second: string }[]): number {
  const share = (of: (one: (typeof said)[number]) => boolean) => said.filter(of).length / said.length;
  const chance = ROLES.labels.reduce(
    (sum, label) => sum + share(({ first }) => first === label) * share(({ second }) => second === label),
    0,
  );
  return (share(({ first, second }) => first === second) - chance) / (1 - chance);
}

const [folder, only] = process.argv.slice(2);
if (folder === undefined || !existsSync(join(folder, 'senti4sd'))) {
  console.log('Skipped: name the folder that holds titanium-jira, senti4sd and review-requirements.');
} else {
  const wanted = (name: string) => only === undefined || only === name;
  if (wanted('mood')) {
    const split: Split = [senti4sd(folder, 'train'), senti4sd(folder, 'test')];
    tell('Mood, senti4sd: learned from its train half, measured on its test half', [split], MOOD.labels, MOOD);
  }
  if (wanted('requirement')) {
    const splits = folded(await requirements(folder), 10);
    tell('Requirement or noise, P2: ten folds', splits, REQUIREMENT.labels, REQUIREMENT);
  }
  if (wanted('statements')) {
    await kindsOfStatements(folder);
    kindsOfReviews(folder);
    await roles(folder);
  }
  if (wanted('kinds')) {
    const rows = await titanium(folder);
    const split: Split = [
      rows.filter(({ created }) => created < '2016'),
      rows.filter(({ created }) => created >= '2016'),
    ];
    tell(
      'Problem or request, titanium: learned before 2016, measured after',
      [split],
      PROBLEM_OR_REQUEST.labels,
      PROBLEM_OR_REQUEST,
    );
  }
}
