/** A round of the Mirror Test at a simulated company: people answer as they truly think, and only what may be shown is kept. */
import type { Answers, RoundSeen } from '#core/mirror.ts';
import { type Random, randomFrom } from '#core/statistics/random.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import { seenOf } from '#mirror/gaps.ts';
import { release } from '#mirror/release.ts';
import type { Given } from '#mirror/round.ts';

const [LEADERS, STAFF, CUSTOMERS] = [8, 24, 90] as const;
/** Weeks before the reading at which the round closes. */
const BEFORE = 60 * DAY;
/** How far single people lie from the mean of their group: tenths of the whole scale. */
const SPREAD = 1.5;

export interface Minds {
  /** The share of customers who would be very disappointed. */
  readonly missed: number;
  /** What leaders think that share to be, and how right leaders and staff find what is done; 0 to 1. */
  readonly guess: number;
  readonly leaders: number;
  readonly staff: number;
}

export interface Asked {
  readonly rounds: readonly RoundSeen[];
  readonly truth: Readonly<Record<string, number>>;
}

/** A round a year, so that two years beside each other can be compared. */
export function asked(seed: string, minds: Minds, end: number): Asked {
  const closesAt = end - BEFORE;
  const before = closesAt - YEAR_OF_WEEKS;
  return {
    rounds: [roundAt(`${seed} before`, minds, before), roundAt(seed, minds, closesAt)],
    truth: {
      'must-have': minds.missed,
      'self-image-gap': minds.guess - minds.missed,
      'role-gap': minds.leaders - minds.staff,
    },
  };
}

/** From a chance of its own, so that the rest of the company stays as it was. */
function roundAt(seed: string, minds: Minds, closesAt: number): RoundSeen {
  const random = randomFrom(`asked ${seed}`);
  const person = (role: Given['role'], each: number, answers: Answers): Given => ({
    ...{ id: `${seed} ${role} ${each} ${random.uniform()}`, role, answers },
  });
  const answers = [
    ...Array.from({ length: LEADERS }, (_, each) =>
      person('leaders', each, {
        right: tenths(random, minds.leaders),
        missed: Math.round(100 * near(random, minds.guess)),
      }),
    ),
    ...Array.from({ length: STAFF }, (_, each) => person('staff', each, { right: tenths(random, minds.staff) })),
    ...Array.from({ length: CUSTOMERS }, (_, each) =>
      person('customers', each, { would: random.uniform() < minds.missed ? 'very' : 'not' }),
    ),
  ];
  const round = { id: seed, kind: 'anonymous' as const, name: 'Round', opensAt: closesAt - DAY, closesAt };
  return seenOf(release(round, answers));
}

/** Alike on both sides, so that the mean stays where it is; minds lie far enough from the ends of the scale. */
function near(random: Random, mind: number): number {
  return Math.min(1, Math.max(0, mind + (SPREAD / 10) * random.normal()));
}

/** To a whole tenth by chance, so that rounding moves nothing on average. */
function tenths(random: Random, mind: number): number {
  return Math.min(10, Math.floor(10 * near(random, mind) + random.uniform()));
}

/** The same round had only those who are fond of it been asked. */
export function fondOnly(rounds: readonly RoundSeen[]): readonly RoundSeen[] {
  return rounds.map((round) => ({
    ...round,
    mustHave: round.mustHave && { ...round.mustHave, value: 0.9, interval: { low: 0.82, high: 0.95 } },
  }));
}

/** Leaders guessed what they had been shown. */
export function guessedAfter(rounds: readonly RoundSeen[]): readonly RoundSeen[] {
  return rounds.map((round) => ({ ...round, selfImage: round.selfImage && toldAlike(round.selfImage) }));
}

/** Staff answered what leaders answer. */
export function saidAlike(rounds: readonly RoundSeen[]): readonly RoundSeen[] {
  return rounds.map(({ roles, ...round }) => ({
    ...round,
    roles: Object.fromEntries(Object.entries(roles).map(([id, apart]) => [id, toldAlike(apart)])),
  }));
}

function toldAlike<Both extends RoundSeen['roles'][string]>(both: Both): Both {
  return { ...both, one: both.other, gap: { ...both.gap, value: 0, sure: false } };
}
