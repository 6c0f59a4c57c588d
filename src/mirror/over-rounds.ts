/** Gaps from round to round: made of figures that each round shows, so that they tell nothing that those do not. */
import type { Gap, Released } from '#core/mirror.ts';
import { PARTS } from '#core/mirror.ts';
import { LEVEL } from '#core/observation.ts';
import { mover } from '#core/statistics/mover.ts';
import type { GapOverRounds, RoundGap } from '#core/year.ts';
import { guessers, roleGaps, scalesOf, selfImageGap, tenth } from './gaps.ts';

const ROLE_QUESTIONS = [...PARTS.map((part) => `doing/${part}`), 'right', 'missed', 'place/product', 'place/customer'];

/** `all` oldest first: leaders’ guess against what customers say, then leaders against staff. */
export function gapsOverRounds(all: readonly Released[]): GapOverRounds[] {
  if (all.length === 0) return [];
  const roles = ROLE_QUESTIONS.map((question) =>
    told(
      question,
      all.map((round) => roleGapIn(round, question)),
    ),
  );
  return [told('self-image', all.map(selfImageIn)), ...roles];
}

function told(question: string, rounds: readonly RoundGap[]): GapOverRounds {
  const [before, now] = rounds.slice(-2);
  return { question, rounds, moved: before && now ? movedOf(now, before) : null };
}

/** Of sizes: a gap that turned round is as wide as it was. */
function movedOf(now: RoundGap, before: RoundGap): Gap | null {
  if (now.state !== 'gap' || before.state !== 'gap') return null;
  const { difference, interval } = mover(size(now), size(before), LEVEL);
  return {
    value: tenth(difference),
    interval: { low: tenth(interval.low), high: tenth(interval.high) },
    sure: interval.low > 0 || interval.high < 0,
  };
}

/** Without its sign. An interval that holds nought begins there. */
function size({ value, interval: { low, high } }: Gap) {
  const ends = [Math.abs(low), Math.abs(high)];
  const interval = { low: low < 0 && high > 0 ? 0 : Math.min(...ends), high: Math.max(...ends) };
  return { value: Math.abs(value), interval };
}

function roleGapIn(released: Released, question: string): RoundGap {
  const gap = roleGaps(released).get(question);
  if (gap) return { state: 'gap', ...gap };
  const roles = released.groups.filter(({ group }) => group === 'leaders' || group === 'staff');
  const figures = roles.map((group) => scalesOf(group).get(question)?.state ?? 'too-few');
  const banded = figures.length === 2 && figures.includes('alike') && !figures.includes('too-few');
  return { state: banded ? 'alike' : 'too-few' };
}

function selfImageIn(released: Released): RoundGap {
  const gap = selfImageGap(released);
  if (gap) return { state: 'gap', ...gap };
  const guess = guessers(released);
  const said = released.groups.find(({ group }) => group === 'customers')?.would?.state === 'shown';
  const banded = guess !== null && scalesOf(guess).get('missed')?.state === 'alike' && said;
  return { state: banded ? 'alike' : 'too-few' };
}
