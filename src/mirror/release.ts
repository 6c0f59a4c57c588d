/** What anybody may see of a round that is closed: the one way from answers to figures, for every face, export and fact. */
import { digestOf } from '#core/ids.ts';
import {
  type Answers,
  type Group,
  type Missed,
  type Named,
  type Released,
  type ReleasedGroup,
  ROLES,
  type Round,
  type Share,
  type Words,
} from '#core/mirror.ts';
import { type Guard, scaleOf, shareOf, wordsOf } from './figures.ts';
import { pointsShared } from './given-answers.ts';
import { groupsShown } from './groups.ts';
import { GUESS_MOST, PLACE_MOST, POINTS, RIGHT_MOST } from './questions.ts';
import { type Given, LEAST_GROUP } from './round.ts';
import { drawsOf } from './rounding.ts';
import { sharedPoints } from './shared-points.ts';

export function release(round: Round, answers: readonly Given[]): Released {
  const of = (role: string) =>
    answers.filter((one) => one.role === role && Object.keys(one.answers).some((key) => key !== 'name'));
  const shown = groupsShown(round.kind, (role) => of(role).length);
  const groups = shown.map(({ group, roles }) => {
    const members = roles.flatMap(of);
    const draws = drawsOf(members.map(({ id }) => id));
    const guard =
      round.kind === 'open' && group !== 'customers' ? null : (figure: string) => draws(`${group}/${figure}`);
    return groupOf(
      group,
      members.map((one) => one.answers),
      guard,
    );
  });
  const seen = new Set(shown.flatMap(({ roles }) => roles));
  return {
    round,
    groups,
    held: ROLES.some((role) => !seen.has(role) && of(role).length > 0),
    named: round.kind === 'open' ? namedOf([...of('leaders'), ...of('staff')]) : [],
  };
}

function groupOf(group: Group, answers: readonly Answers[], guard: Guard): ReleasedGroup {
  const given = <Id extends keyof Answers>(id: Id) =>
    answers.flatMap((one) => (one[id] === undefined ? [] : [one[id] as NonNullable<Answers[Id]>]));
  const closer = wordsOf(given('closer'), guard);
  if (group === 'customers') {
    return {
      group,
      n: answers.length,
      friend: wordsOf(given('friend'), guard),
      would: missedBy(given('would'), guard),
      closer,
      which: named(
        given('which').map((one) => [one]),
        guard,
      ),
    };
  }
  const shared = answers.flatMap((one) => (pointsShared(one) === POINTS && one.doing ? [one.doing] : []));
  const places = given('place');
  const axis = (name: 'product' | 'customer') =>
    scaleOf(
      places.map((place) => place[name]),
      PLACE_MOST,
      guard,
      `place/${name}`,
    );
  return {
    ...{ group, n: answers.length },
    doing: sharedPoints(shared, guard),
    why: wordsOf(given('why'), guard),
    whom: named(given('whom'), guard),
    right: scaleOf(given('right'), RIGHT_MOST, guard, 'right'),
    missed: scaleOf(given('missed'), GUESS_MOST, guard, 'missed'),
    closer,
    place: { product: axis('product'), customer: axis('customer') },
  };
}

function missedBy(said: readonly Missed[], guard: Guard): Share {
  const still = said.filter((one) => one !== 'gone');
  return shareOf(still.filter((one) => one === 'very').length, still.length, guard, 'would');
}

/** Each name once, without how often: a count of one would be somebody's. */
function named(lists: readonly (readonly string[])[], guard: Guard): Words {
  const whole = wordsOf(
    lists.map((list) => list.join(', ')),
    guard,
  );
  if (whole.state !== 'shown') return whole;
  const names = new Map(lists.flat().map((name) => [name.toLowerCase(), name]));
  return { ...whole, said: [...names.values()].toSorted() };
}

/** In an order that says nothing of who came first. */
function namedOf(team: readonly Given[]): Named[] {
  return team
    .toSorted((a, b) => (digestOf(a.id) < digestOf(b.id) ? -1 : 1))
    .map(({ role, answers: { name, ...rest } }) => ({
      role: role as Named['role'],
      name: name ?? null,
      answers: rest,
    }));
}

/** Whether a round with so few in the team can only be an open one. */
export function onlyOpen(team: number): boolean {
  return team < LEAST_GROUP;
}
