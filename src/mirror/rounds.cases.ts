/** Random rounds for tests: groups of all small sizes, of one mind, nearly so, and of many. */
import { type Answers, MISSED, PARTS, ROLES, type Role, type Round } from '#core/mirror.ts';
import { type Random, randomFrom } from '#core/statistics/random.ts';
import { POINTS } from './questions.ts';
import type { Given } from './round.ts';

export const ROUND: Round = { id: 'r', kind: 'anonymous', name: 'Autumn', opensAt: 0, closesAt: 1 };

const SIZES: Readonly<Record<Role, number>> = { leaders: 9, staff: 14, customers: 24 };

export function randomAnswers(seed: string): Given[] {
  const random = randomFrom(seed);
  return ROLES.flatMap((role) => {
    const n = below(random, SIZES[role] + 1);
    const said = Array.from({ length: n }, () => answersOf(role, random));
    const [first] = said;
    // A third of the groups think alike, all or all but one or two.
    if (first !== undefined && random.uniform() < 1 / 3) said.fill(first, below(random, 3));
    return said.map((answers) => ({ id: `${seed}-${random.uniform()}`, role, answers }));
  });
}

function answersOf(role: Role, random: Random): Answers {
  const words = () => `word ${below(random, 6)}`;
  const maybe = <Value>(answer: Value) => (random.uniform() < 0.9 ? answer : undefined);
  const all: Record<keyof Answers, unknown> =
    role === 'customers'
      ? ({
          friend: maybe(words()),
          would: maybe(MISSED[below(random, 4)]),
          closer: maybe(words()),
          which: maybe(words()),
        } as never)
      : ({
          ...{ doing: maybe(points(random)), why: maybe(words()), whom: maybe([words()]), closer: maybe(words()) },
          ...{ right: maybe(below(random, 11)), missed: maybe(5 * below(random, 21)) },
          place: maybe({ product: below(random, 101), customer: below(random, 101) }),
        } as never);
  return Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined)) as Answers;
}

function points(random: Random): Answers['doing'] {
  const shared = { making: 0, telling: 0, serving: 0, running: 0 };
  for (let left = POINTS; left > 0; left -= 1) shared[PARTS[below(random, PARTS.length)] ?? 'making'] += 1;
  return shared;
}

export function below(random: Random, n: number): number {
  return Math.floor(random.uniform() * n);
}

/** The same people but a few, some of them of another mind. */
export function followed(before: readonly Given[], seed: string): Given[] {
  const random = randomFrom(seed);
  return before.flatMap((one) => {
    if (random.uniform() < 0.15) return [];
    return [{ ...one, answers: random.uniform() < 0.7 ? one.answers : answersOf(one.role, random) }];
  });
}
