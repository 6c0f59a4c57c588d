/** Tries to learn what one person said from everything that is shown of 1,000 random rounds. */
import { expect, test } from 'vitest';
import { canonical } from '#core/json.ts';
import { type Answers, MISSED, PARTS, type Released } from '#core/mirror.ts';
import { randomFrom } from '#core/statistics/random.ts';
import { isolates, later, type Shown, shownFigures } from './attack.cases.ts';
import type { QuestionId } from './questions.ts';
import { release } from './release.ts';
import type { Given } from './round.ts';
import { below, followed, ROUND, randomAnswers } from './rounds.cases.ts';

const ROUNDS = 1_000;

test(`over ${ROUNDS} rounds, no sum of shown figures is that of fewer than five people`, () => {
  let figures = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const before = randomAnswers(`before ${at}`);
    const now = followed(before, `now ${at}`);
    // Who answers again gives another answer: nothing tells that it is the same.
    const shown: Shown[] = [...shownFigures(released(before), before), ...shownFigures(released(now), now).map(later)];
    figures += shown.length;
    expect(shown.filter(({ people }) => people.length < 5)).toEqual([]);
    const found = isolates(shown);
    expect(found, `round ${at}: ${found}`).toBeNull();
  }
  expect(figures).toBeGreaterThan(10 * ROUNDS);
}, 120_000);

test('an attack that adds one figure over all finds whom it leaves over', () => {
  const answers = Array.from(
    { length: 9 },
    (_, at): Given => ({ id: `${at}`, role: at < 8 ? 'staff' : 'leaders', answers: { right: at } }),
  );
  const ids = (some: readonly Given[]) => some.map(({ id }) => id);
  expect(
    isolates([
      { question: 'right', people: ids(answers) },
      { question: 'right', people: ids(answers.slice(0, 8)) },
    ]),
  ).toBe('8');
});

test(`over ${ROUNDS} rounds, two answers stay possible for everybody, also to one who answered`, () => {
  let pairs = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const answers = randomAnswers(`doubt ${at}`);
    const told = released(answers);
    for (const { question, people } of shownFigures(told, answers))
      pairs += doubted(question as QuestionId, people, answers, told);
  }
  expect(pairs).toBeGreaterThan(ROUNDS);
}, 240_000);

test('of one who joins a group whose others say again what they said, two answers stay possible', () => {
  let joined = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const random = randomFrom(`joins ${at}`);
    const before = Array.from(
      { length: 5 + below(random, 12) },
      (_, one): Given => ({
        id: `${at}-${one}`,
        role: 'customers',
        answers: { would: MISSED[below(random, 3)] ?? 'not' },
      }),
    );
    const who: Given = { id: `${at}-new`, role: 'customers', answers: { would: MISSED[below(random, 3)] ?? 'not' } };
    const [first, second] = [released(before), released(again([...before, who], random.uniform()))];
    const possible = [true, false].every((very) => canBoth(before.length, very, first, second));
    expect(possible, `round ${at}`).toBe(true);
    joined += 1;
  }
  expect(joined).toBe(ROUNDS);
}, 120_000);

function released(answers: readonly Given[]): Released {
  return release(ROUND, answers);
}

/** Answers have new ids in each round. */
function again(answers: readonly Given[], salt: number): Given[] {
  return answers.map((one, at) => ({ ...one, id: `${salt}-${at}` }));
}

/** How many pairs of one who answered and one who looks were tried; throws where the one is sure of the other. */
function doubted(question: QuestionId, people: readonly string[], answers: readonly Given[], told: Released): number {
  const members = answers.filter(({ id }) => people.includes(id));
  const roles = new Set(members.map(({ role }) => role));
  const group = answers.filter(
    ({ role }) =>
      roles.has(role) || (told.groups[0]?.group === 'team' && role !== 'customers' && !roles.has('customers')),
  );
  const said = members.map(({ answers: one }) => canonical(one[question]));
  const seen = canonical(released(group).groups.map((one) => one[question] ?? null));
  // Whatever is shown stays the same when two members change places.
  const turned = members.map(({ id }, at) => [id, members[(at + 1) % members.length]?.answers[question]] as const);
  const swapped = withAnswers(group, question, new Map(turned));
  expect(canonical(released(swapped).groups.map((one) => one[question] ?? null))).toBe(seen);
  const tried = new Set<string>();
  let pairs = 0;
  for (const [i, mine] of said.entries()) {
    for (const [j, known] of said.entries()) {
      if (i === j || tried.has(`${mine} ${known}`)) continue;
      pairs += 1;
      tried.add(`${mine} ${known}`);
      if (said.some((other, at) => at !== i && at !== j && other !== mine)) continue;
      const [one, looks] = [members[i] as Given, members[j] as Given];
      const open = otherWorlds(question, one, looks, members).some((world) =>
        canShow(withAnswers(group, question, world), question, seen),
      );
      expect(open, `${question}: ${mine} is sure to one who said ${known}, among ${said.join(' ')}`).toBe(true);
    }
  }
  return pairs;
}

type World = ReadonlyMap<string, unknown>;

/** What else could have been said where all but one say the same: one said otherwise, or all did. */
function otherWorlds(question: QuestionId, one: Given, looks: Given, members: readonly Given[]): World[] {
  return alternatives(question, one.answers).flatMap((answer) => [
    new Map([[one.id, answer]]),
    new Map(members.filter(({ id }) => id !== looks.id).map(({ id }) => [id, answer] as const)),
  ]);
}

function alternatives(question: QuestionId, { doing, [question]: was }: Answers): unknown[] {
  const near = (value: number, most: number) => [...Array(most + 1).keys()].filter((other) => other !== value);
  if (question === 'would') return MISSED.slice(0, 3).filter((answer) => answer !== was);
  if (question === 'right') return near(was as number, 10);
  if (question === 'missed') return near(was as number, 100);
  if (question === 'doing' && doing) {
    return PARTS.flatMap((from) =>
      PARTS.flatMap((to) =>
        from !== to && doing[from] > 0 ? [{ ...doing, [from]: doing[from] - 1, [to]: doing[to] + 1 }] : [],
      ),
    );
  }
  if (question === 'place') {
    const place = was as NonNullable<Answers['place']>;
    return near(place.product, 100).map((product) => ({ ...place, product }));
  }
  // Of words that nearly all said, nothing is shown.
  return question === 'whom' ? [['other words']] : ['other words'];
}

function withAnswers(answers: readonly Given[], question: QuestionId, world: World): Given[] {
  return answers.map((one) =>
    world.has(one.id) ? { ...one, answers: { ...one.answers, [question]: world.get(one.id) } } : one,
  );
}

/** Whether the same could have been shown: ids, and so how figures are rounded, are unknown to whoever looks. */
function canShow(answers: readonly Given[], question: QuestionId, seen: string): boolean {
  for (let draw = 0; draw < 40; draw += 1) {
    if (canonical(released(again(answers, draw)).groups.map((group) => group[question] ?? null)) === seen) return true;
  }
  return false;
}

/** How many of the others would miss it, and whether who joined would, so that both rounds could have been shown as they were. */
function canBoth(n: number, joined: boolean, first: Released, second: Released): boolean {
  const fits = (told: Released, exact: number) => {
    const share = told.groups[0]?.would;
    return share?.state === 'shown' && exact >= share.behind.low && exact <= share.behind.high;
  };
  return Array.from({ length: n + 1 }, (_, others) => others).some(
    (others) => fits(first, others) && fits(second, others + (joined ? 1 : 0)),
  );
}
