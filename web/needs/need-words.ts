/** What is said of one need: how many, since when, whether it grows, who waits, and what speaks against it. */
import type { Need } from '../api/needs.ts';
import { counted, dayWords } from '../frame/words.ts';

function persons(count: number): string {
  return counted(count, 'person', 'people');
}

const TRENDS = {
  more: '↗ more than chance',
  fewer: '↘ fewer than chance',
  even: 'as many as before',
  quiet: 'quiet for two years',
} as const;

/** `8, ↗ more than chance`. */
export function trendWords({ trend, lastYear, yearBefore }: Need): string {
  if (trend === 'even' && lastYear !== yearBefore) return `${yearBefore} before: may be chance`;
  if (trend === 'even') return TRENDS.even;
  return trend === 'quiet' ? TRENDS.quiet : `${TRENDS[trend]}, ${yearBefore} before`;
}

export function courseWords(course: Need['course']): string {
  return `People in each four weeks of two years: ${course.join(', ')}`;
}

export function sinceWords({ people, pieces, byMakers, firstAt, newestAt }: Need): string {
  const makers = byMakers === 0 ? '' : `, ${byMakers} of them by makers`;
  const said = `${persons(people)} in ${counted(pieces, 'piece')}${makers}.`;
  return firstAt === null || newestAt === null
    ? said
    : `${said} First heard ${dayWords(firstAt)}, last heard ${dayWords(newestAt)}.`;
}

/** Facts as pairs; what nobody said is left out, what counts zero is said. */
export function factsOf(need: Need): readonly (readonly [word: string, says: string])[] {
  const { lastYear, waiting, leaving, content, fixed, again, kinds, lines } = need;
  const shipped = `for ${counted(fixed, 'ask')}; after ${again} somebody else wrote of the same within 90 days`;
  return [
    ['this year', `${persons(lastYear)}; ${trendWords(need)}`],
    ['no human answer yet', persons(waiting)],
    ...(leaving > 0 ? [['spoke of leaving', persons(leaving)] as const] : []),
    ['an answer shipped', fixed === 0 ? 'for no ask that is known' : shipped],
    [
      'against it',
      content === 0 ? 'nobody praised in the same breath' : `${persons(content)} praised in the same breath`,
    ],
    ['heard in', sharesOf(kinds)],
    ...(lines.length > 0 ? [['about', sharesOf(lines)] as const] : []),
  ];
}

function sharesOf(shares: Need['kinds']): string {
  return shares.map(({ name, people }) => `${name} ${people}`).join(', ');
}
