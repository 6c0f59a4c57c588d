/** A person's own weights of the questions, as an address carries them: `told:3,loved:0`; what is not named counts once. */
import { QUESTIONS, type QuestionId } from './audit.ts';

export type OwnWeights = Readonly<Partial<Record<QuestionId, number>>>;

/** From not at all to four times as much. */
const MOST_WEIGHT = 4;

/** Null where it names no question or no such weight. */
export function ownWeightsOf(text: string): OwnWeights | null {
  const weights: Partial<Record<QuestionId, number>> = {};
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [id = '', said = ''] = part.split(':');
    const weight = Number(said);
    if (!Object.hasOwn(QUESTIONS, id) || said === '' || !(weight >= 0 && weight <= MOST_WEIGHT)) return null;
    weights[id as QuestionId] = weight;
  }
  return weights;
}

/** A lens as published, and as it would be under weights of one's own. */
export interface LensWeighed {
  /** As published: every answered question counts once. Null where the lens has no score. */
  readonly published: number | null;
  /** Null also where every answered question weighs nothing. */
  readonly own: number | null;
  /** Whether `own` is on the same side of the norm as `published`. */
  readonly sameSide: boolean | null;
  /** Of `draws` random weightings, how many put it on the side where `own` puts it. */
  readonly agree: number | null;
}

export interface UnderOwnWeights {
  readonly product: LensWeighed;
  readonly customer: LensWeighed;
  readonly norm: number;
  readonly draws: number;
}
