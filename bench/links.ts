/**
 * Trains the weights of recovered links on the older half of known ones and prints what they reach on the newer:
 * `node bench/links.ts <issues> <commits> <gold> [--write]`. Only data whose licence lets
 * weights ship may be given.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linkWorldOf } from '#engine/bench/link-files.ts';
import { barFrom, halvesOf, orderOf, type Ranked, takenAt } from '#engine/bench/link-scores.ts';
import { AMONG, AmongOthers } from '#language/link/among-others.ts';
import { candidatesOf, type FirstWeights } from '#language/link/candidates.ts';
import { headlinesOf } from '#language/link/recover.ts';
import { TRAITS } from '#language/link/traits.ts';
import { type Lesson, learnChoice, learnOdds } from './links/learn.ts';

const FOLDS = 5;
/** To find pairs to learn from before anything is learned: all to all, all to headline, nearness. */
const GUESS = Array.from({ length: TRAITS }, (_, at) => ({ 1: 2, 4: 2, 14: 1 })[at] ?? 0);

const words = process.argv.slice(2);
const [issues, commits, gold] = words.filter((word) => !word.startsWith('--'));
if (!issues || !commits || !gold) throw new Error('Name three files: issues, commits, gold.');
const world = await linkWorldOf({ issues, commits, gold }, new AbortController().signal);
const [older, newer] = halvesOf(world);
const learned: { first: number[]; second: number[]; threshold: number }[] = [];
for (const done of [true, false]) {
  const asked = done ? world.asked : world.asked.map((ask) => ({ ...ask, resolvedAt: null }));
  const first = learnFirst(asked, done);
  const weights: FirstWeights = [first, first];
  const all = candidatesOf(asked, world.changed, weights);
  const among = new AmongOthers(all, world.changed, headlinesOf(world.changed));
  const lessons = new Map([...older, ...newer].map((ask) => [ask, lessonOf(ask, all, among)]));
  const old = older.map((ask) => lessons.get(ask) as Lesson);
  const second = learnOdds(old.map((lesson, at) => held(older[at] as number, lesson, all)));
  const ranked = (by: (ask: number) => readonly number[]) => (ask: number) => order(ask, by(ask), lessons, all);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learnOdds(older.flatMap((ask, at) => (at % FOLDS === fold ? [] : [held(ask, old[at] as Lesson, all)]))),
  );
  const place = new Map(older.map((ask, at) => [ask, at % FOLDS]));
  const unseen = ranked((ask) => folds[place.get(ask) as number] as number[]);
  const threshold = barFrom(world, older, unseen) ?? 1;
  const found = ranked(() => second);
  console.log(done ? 'with the time of resolution' : 'without');
  console.log('  all  ', JSON.stringify(orderOf(world, [...older, ...newer], found)));
  console.log(
    '  newer',
    JSON.stringify(orderOf(world, newer, found)),
    JSON.stringify(takenAt(world, newer, found, threshold)),
  );
  learned.push({ first, second, threshold });
}
if (words.includes('--write')) {
  const path = fileURLToPath(new URL('../src/language/link/weights.ts', import.meta.url));
  writeFileSync(path, fileOf());
  console.log(`written: ${path.split('/').slice(-4).join('/')}`);
}

function learnFirst(asked: typeof world.asked, done: boolean): number[] {
  const wanted = new Set(older);
  const lessons = new Map<number, { traits: Float64Array[]; right: boolean[] }>(
    older.map((ask) => [ask, { traits: [], right: [] }]),
  );
  candidatesOf(asked, world.changed, [GUESS, GUESS], (ask, change, traits) => {
    const lesson = lessons.get(ask);
    if (!lesson || !wanted.has(ask) || (asked[ask]?.resolvedAt === null) === done) return;
    lesson.traits.push(Float64Array.from(traits));
    lesson.right.push(world.gold.get(ask)?.has(change) === true);
  });
  return learnChoice([...lessons.values()].filter(({ traits }) => traits.length > 0));
}

function lessonOf(ask: number, all: ReturnType<typeof candidatesOf>, among: AmongOthers): Lesson {
  const own = all[ask] ?? [];
  return { traits: among.traits(own), right: own.map(({ change }) => world.gold.get(ask)?.has(change) === true) };
}

/** Without the pairs that are neither right nor wrong. */
function held(ask: number, { traits, right }: Lesson, all: ReturnType<typeof candidatesOf>): Lesson {
  const kept = [...traits.keys()].filter((at) => !world.leftOut.get(ask)?.has(all[ask]?.[at]?.change as number));
  return { traits: kept.map((at) => traits[at] as Float64Array), right: kept.map((at) => right[at] as boolean) };
}

function order(
  ask: number,
  weights: readonly number[],
  lessons: ReadonlyMap<number, Lesson>,
  all: ReturnType<typeof candidatesOf>,
): Ranked[] {
  const [constant, ...rest] = weights;
  return (all[ask] ?? [])
    .map(({ change }, at) => {
      const row = lessons.get(ask)?.traits[at];
      const odds = rest.reduce((sum, weight, trait) => sum + weight * (row?.[trait] as number), constant as number);
      return { change, probability: 1 / (1 + Math.exp(-odds)) };
    })
    .sort((a, b) => b.probability - a.probability || a.change - b.change);
}

function fileOf(): string {
  const plain = (numbers: readonly number[]) => `[${numbers.map((one) => Number(one.toPrecision(5))).join(', ')}]`;
  const [done, open] = learned as [(typeof learned)[0], (typeof learned)[0]];
  return `/** Weights of recovered links, learned by \`bench/links.ts\`: docs/reference/links.md says from what and how well. Not by hand. */
import type { FirstWeights } from './candidates.ts';

/** Of ${TRAITS} traits of a pair by itself; asks whose end is known, then others. */
export const FIRST: FirstWeights = [
  ${plain(done.first)},
  ${plain(open.first)},
];

/** The constant, then ${AMONG} traits of a pair among others. */
export const SECOND: FirstWeights = [
  ${plain(done.second)},
  ${plain(open.second)},
];

/** At this probability 95 of 100 links were right, each fifth of the older half held against the other four. */
export const SURE: readonly [done: number, open: number] = [${done.threshold.toFixed(3)}, ${open.threshold.toFixed(3)}];
`;
}
