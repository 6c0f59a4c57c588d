/** Ten points shared among four kinds of work: what one kind gets, the others lose, so all four are guarded together. */
import { type Between, PARTS, type Part, type Scale } from '#core/mirror.ts';
import { commonest, type Guard, mean, scaleOf } from './figures.ts';
import { POINTS } from './questions.ts';
import { LEAST_GROUP } from './round.ts';

export type Points = Readonly<Record<Part, number>>;

/** Few, some, most of the ten. */
const BANDS: readonly Between[] = [
  { low: 0, high: 2 },
  { low: 3, high: 5 },
  { low: 6, high: 10 },
];

/**
 * Where so many gave one kind the same points that two who gave others know the rest, all four are shown as bands: the
 * three others would tell the fourth.
 */
export function sharedPoints(answers: readonly Points[], guard: Guard): Readonly<Record<Part, Scale>> {
  const values = (part: Part) => answers.map((points) => points[part]);
  const alike = guard !== null && PARTS.some((part) => commonest(values(part))[1] >= answers.length - 2);
  const figure = (part: Part): Scale => {
    if (guard === null || !alike || answers.length < LEAST_GROUP)
      return scaleOf(values(part), POINTS, guard, `doing/${part}`);
    return { state: 'alike', n: answers.length, between: bandOf(mean(values(part))) };
  };
  return Object.fromEntries(PARTS.map((part) => [part, figure(part)])) as Record<Part, Scale>;
}

function bandOf(points: number): Between {
  return BANDS[points < 2.5 ? 0 : points < 5.5 ? 1 : 2] as Between;
}
