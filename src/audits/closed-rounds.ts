/** The newest round of the Mirror Test that closed in a window and shows a figure, as the one case of an audit. */
import type { Observed, Unseen } from '#core/audit.ts';
import type { Between, RoundSeen } from '#core/mirror.ts';
import { type Window, within } from '#core/time.ts';

interface Figure {
  readonly value: number;
  readonly between: Between;
  /** How many people stand behind it. */
  readonly n: number;
  readonly noted: Readonly<Record<string, string | number>>;
}

/** Rounds are never added up: who answered twice would count twice, and nobody knows who did. */
export function newestRound(
  rounds: readonly RoundSeen[],
  window: Window,
  { of, shows }: { readonly of: (round: RoundSeen) => Figure | null; readonly shows: string },
): Observed | Unseen {
  if (rounds.length === 0) {
    return { state: 'not-collected', because: 'No round of the Mirror Test was closed: `bifocal mirror open`.' };
  }
  const closed = rounds.filter(({ closedAt }) => within(window, closedAt)).toReversed();
  for (const round of closed) {
    const figure = of(round);
    if (figure === null) continue;
    const { value, between, n, noted } = figure;
    const { evidence, closedAt } = round;
    return {
      observations: [{ block: evidence, when: closedAt, value, between, count: n, evidence: [evidence] }],
      noted,
    };
  }
  return { state: 'not-applicable', because: `No round that closed in this window shows ${shows}.` };
}

/** Of figures out of so many, as shares. */
export function sharesOf({ low, high }: Between, most: number): Between {
  return { low: low / most, high: high / most };
}
