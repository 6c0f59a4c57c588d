/** A lens under a person's own weights, in one sentence or two. */
import type { UnderOwnWeights } from '#core/own-weights.ts';
import { counted } from '#core/wording.ts';

/** `By your weights 53, past the norm of 50; each counted once 48, on the other side. Of 10,000 random weightings 3,338 agree.` */
export function weightedSentence({ norm, draws, ...lenses }: UnderOwnWeights, lens: 'product' | 'customer'): string {
  const { published, own, sameSide, agree } = lenses[lens];
  if (published === null) return 'Too few questions are answered for a score.';
  if (own === null) return 'Every answered question is left out: no score.';
  const side = own >= norm ? `past the norm of ${norm}` : `short of the norm of ${norm}`;
  const moved = sameSide ? '' : ', on the other side';
  const stands =
    own === published
      ? `Each counted once: ${Math.round(own)}, ${side}.`
      : `By your weights ${Math.round(own)}, ${side}; each counted once ${Math.round(published)}${moved}.`;
  return `${stands} Of ${counted(draws, 'random weighting')} ${counted(agree ?? 0, 'agrees', 'agree')}.`;
}
