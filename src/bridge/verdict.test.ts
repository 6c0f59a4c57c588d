/** A verdict holds cases since against cases before, calls what is apart, and dates what is too young. */
import { expect, test } from 'vitest';
import type { Audit } from '#core/audit.ts';
import type { Observation } from '#core/observation.ts';
import { DAY, dayOf, within } from '#core/time.ts';
import { judge } from './verdict.ts';

const DONE = Date.UTC(2026, 0, 1);

interface Asks {
  readonly asks: readonly { readonly at: number; readonly answered: boolean }[];
}

/** An ask counts once it is ten days old. */
const answered: Audit<Asks> = {
  ...{ id: 'answered', lens: 'customer', answers: 'heard', question: 'Are they?', facts: ['asks'], unit: 'share' },
  ...{ estimate: { of: 'share' }, norm: 'Ours.', minN: 20, version: 1, guardedBy: 'a plain check' },
  curve: {
    kind: 'knots',
    knots: [
      [0, 0],
      [1, 100],
    ],
  },
  observe: ({ asks }, window) => ({
    observations: asks
      .filter(({ at }) => within(window, at) && at <= window.to - 10 * DAY)
      .map(({ at, answered: hit }): Observation => ({ block: `${at}`, hit, evidence: [`${at}`] })),
  }),
  say: () => 'So it is.',
  remedy: {
    ...{ title: 'Answer', hypothesis: 'We believe.', tellTale: 'answered asks', effort: 'minutes', soonestDays: 10 },
    counts: ({ hit }) => hit === true,
  },
};

/** One ask every two days for two years; of those before and since, the part that was answered. */
function asks(before: number, since: number): Asks {
  return {
    asks: Array.from({ length: 365 }, (_, n) => {
      const at = DONE + (n * 2 - 365) * DAY;
      const part = at <= DONE ? before : since;
      return { at, answered: ((n * 7) % 10) / 10 < part };
    }),
  };
}

function judged(facts: Asks, days: number, audit: Audit<Asks> = answered) {
  return judge(audit as unknown as Audit, facts, { doneAt: DONE, until: DONE + days * DAY });
}

test('what is apart beyond chance moved, or is worse', () => {
  expect(judged(asks(0.3, 0.8), 150)).toMatchObject({ verdict: 'moved', possibleAt: null });
  expect(judged(asks(0.8, 0.3), 150).verdict).toBe('worse');
  expect(judged(asks(0.5, 0.5), 150).verdict).toBe('not moved');
  const knots =
    answered.curve?.kind === 'knots' ? answered.curve.knots.map(([at, score]) => [at, 100 - score] as const) : [];
  expect(judged(asks(0.3, 0.8), 150, { ...answered, curve: { kind: 'knots', knots } }).verdict).toBe('worse');
});

test('each side had as much time: nothing moved where every ask waits alike', () => {
  // Answered on its thirtieth day: with one long window before, nearly all; in a short one since, few.
  const slow: Audit<Asks> = {
    ...answered,
    observe: ({ asks: all }, window) => ({
      observations: all
        .filter(({ at }) => within(window, at))
        .map(({ at }): Observation => ({ block: `${at}`, hit: at + 30 * DAY <= window.to, evidence: [`${at}`] })),
    }),
  };
  const found = judged(asks(1, 1), 60, slow);
  expect(found.verdict).toBe('not moved');
  expect(Math.abs(found.difference ?? 1)).toBeLessThan(0.05);
});

test('too few since: the day is told, and on that day there are enough', () => {
  const facts = asks(0.3, 0.8);
  const early = judged(facts, 30);
  expect(early).toMatchObject({ verdict: 'too early', tellTale: { since: { of: 10 } } });
  const day = Date.parse(early.possibleAt ?? '');
  expect(judged(facts, (day - DONE) / DAY + 1).verdict).toBe('moved');
  expect(judged(facts, (day - DONE) / DAY - 5).verdict).toBe('too early');
});

test('too few before: no later day mends that, and none is told', () => {
  const young: Asks = { asks: asks(0.3, 0.8).asks.filter(({ at }) => at > DONE - 20 * DAY) };
  expect(judged(young, 150)).toMatchObject({ verdict: 'too early', possibleAt: null });
});

test('cases of later years are left to later actions', () => {
  expect(judged(asks(0.3, 0.8), 500).until).toBe(dayOf(DONE + 52 * 7 * DAY));
});
