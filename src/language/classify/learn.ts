/** Learns a model from labelled texts: weights from all, probabilities and thresholds from texts held out in turn. */
import { randomFrom } from '#core/statistics/random.ts';
import { type Aim, sigmoidOf, thresholdOf } from './calibrate.ts';
import type { Features } from './features.ts';
import { jointlyOf } from './jointly.ts';
import { type Head, type Model, probabilityOf, scoreOf } from './model.ts';
import { type Separation, separate } from './separate.ts';

/** Each row is held out once. More folds cost more and changed nothing that was measured. */
const FOLDS = 4;

export interface Learning {
  /** How much a mistake costs; larger follows the texts more closely. */
  readonly cost: number;
  readonly aim: Aim;
}

/** The rarer side counts more, up to this many times: else it is hardly ever given. */
const MOST_BALANCE = 3;

/** The weights of one label, and the score of each text by weights that were found without it. */
interface Scored {
  readonly found: Separation;
  readonly scores: readonly number[];
}

function scored(
  rows: readonly Features[],
  holds: readonly boolean[],
  cost: number,
  weights: readonly number[] = rows.map(() => 1),
): Scored {
  const held = holds.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const balance = Math.min(MOST_BALANCE, Math.max(1 / MOST_BALANCE, (holds.length - held) / Math.max(1, held)));
  const costs = Float64Array.from(
    holds,
    (one, row) => cost * (weights[row] as number) * (one ? Math.max(1, balance) : Math.max(1, 1 / balance)),
  );
  // Drawn, because files are often ordered by what they hold.
  const { uniform } = randomFrom('folds');
  const foldOf = rows.map(() => Math.floor(uniform() * FOLDS));
  const scores = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const within = rows.flatMap((_, row) => (foldOf[row] === fold ? [] : [row]));
    const found = separate(
      within.map((row) => rows[row] as Features),
      within.map((row) => holds[row] as boolean),
      Float64Array.from(within, (row) => costs[row] as number),
    );
    for (const [row, features] of rows.entries()) if (foldOf[row] === fold) scores[row] = scoreOf(found, features);
  }
  return { found: separate(rows, holds, costs), scores };
}

/**
 * One head. `weights`: how much each row counts, 1 where not given; lesser rows are from elsewhere and teach, but
 * probabilities and thresholds are fitted on the others alone.
 */
function learnHead(
  label: string,
  rows: readonly Features[],
  holds: readonly boolean[],
  { cost, aim }: Learning,
  weights: readonly number[] = rows.map(() => 1),
): Head {
  const { found, scores } = scored(rows, holds, cost, weights);
  const own = rows.flatMap((_, row) => (weights[row] === 1 ? [row] : []));
  const ownScores = own.map((row) => scores[row] as number);
  const ownHolds = own.map((row) => holds[row] as boolean);
  const sigmoid = sigmoidOf(ownScores, ownHolds);
  const probabilities = ownScores.map((score) => probabilityOf(score, sigmoid));
  return { label, ...found, ...sigmoid, threshold: thresholdOf(probabilities, ownHolds, aim) };
}

export interface Example {
  readonly features: Features;
  /** The labels that hold. */
  readonly holds: readonly string[];
  /** The labels that it tells about: of the others it teaches nothing. */
  readonly about: readonly string[];
  readonly weight: number;
}

/** Several labels may hold at once: one head each. */
export function learnEach(labels: readonly string[], examples: readonly Example[], learning: Learning): Model {
  const heads = labels.map((label) => {
    const own = examples.filter(({ about }) => about.includes(label));
    return learnHead(
      label,
      own.map(({ features }) => features),
      own.map(({ holds }) => holds.includes(label)),
      learning,
      own.map(({ weight }) => weight),
    );
  });
  return { exclusive: false, labels, heads };
}

/** One label each: two labels need one head, that of the second. */
export function learnExclusive(
  labels: readonly string[],
  rows: readonly Features[],
  given: readonly string[],
  learning: Learning,
): Model {
  const holds = (label: string) => given.map((one) => one === label);
  if (labels.length === 2) {
    const heads = labels.slice(1).map((label) => learnHead(label, rows, holds(label), learning));
    return { exclusive: true, labels, heads };
  }
  const each = labels.map((label) => scored(rows, holds(label), learning.cost));
  const { slope, offsets } = jointlyOf(
    rows.map((_, row) => each.map(({ scores }) => scores[row] as number)),
    given.map((label) => labels.indexOf(label)),
  );
  // The likeliest is given, whatever its probability.
  const heads = labels.map((label, at) => ({
    ...{ label, ...(each[at] as Scored).found },
    ...{ slope, offset: offsets[at] as number, threshold: 0 },
  }));
  return { exclusive: true, labels, heads };
}
