/** A linear model over features of a text: what it holds, how it judges. */
import { type Features, featuresOf } from './features.ts';
import { sharesOf } from './jointly.ts';

export interface Head {
  readonly label: string;
  readonly weights: Float32Array;
  readonly bias: number;
  /** From a score to a probability: 1 / (1 + exp(slope × score + offset)), Platt 1999; of three exclusive labels or more see `jointlyOf`. */
  readonly slope: number;
  readonly offset: number;
  /** From this probability on the label is given. */
  readonly threshold: number;
}

/** Exclusive: one of `labels` holds; two need one head, that of the second. Else each label holds or not by itself. */
export interface Model {
  readonly exclusive: boolean;
  readonly labels: readonly string[];
  readonly heads: readonly Head[];
}

export interface Judged {
  /** In the order of the model’s labels. Exclusive ones add up to one. */
  readonly probabilities: readonly number[];
  /** Of an exclusive model exactly one, else those that reach their threshold. */
  readonly holds: readonly number[];
}

export function judge(model: Model, text: string): Judged {
  return judgeFeatures(model, featuresOf(text));
}

export function judgeFeatures({ exclusive, heads }: Model, features: Features): Judged {
  const scores = heads.map((head) => scoreOf(head, features));
  const each = heads.map((head, at) => probabilityOf(scores[at] as number, head));
  if (!exclusive) return { probabilities: each, holds: each.flatMap((p, at) => (reaches(p, heads[at]) ? [at] : [])) };
  if (heads.length === 1) {
    const [second] = each as [number];
    return { probabilities: [1 - second, second], holds: [reaches(second, heads[0]) ? 1 : 0] };
  }
  const probabilities = sharesOf(heads.map((head, at) => -(head.slope * (scores[at] as number) + head.offset)));
  return { probabilities, holds: [probabilities.indexOf(Math.max(...probabilities))] };
}

function reaches(probability: number, head: Head | undefined): boolean {
  return head !== undefined && probability >= head.threshold;
}

export function scoreOf({ weights, bias }: Pick<Head, 'weights' | 'bias'>, { at, value }: Features): number {
  let sum = bias;
  for (let cell = 0; cell < at.length; cell += 1) {
    sum += (weights[at[cell] as number] as number) * (value[cell] as number);
  }
  return sum;
}

export function probabilityOf(score: number, { slope, offset }: Pick<Head, 'slope' | 'offset'>): number {
  return 1 / (1 + Math.exp(slope * score + offset));
}
