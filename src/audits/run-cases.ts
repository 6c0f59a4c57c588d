/** Runs the cases of one audit: what it observes, what is told, and that its contract holds in each. */
import { expect, test } from 'vitest';
import { type Audit, isUnseen, type Observed, type Unseen } from '#core/audit.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { type Window, windowUntil } from '#core/time.ts';
import { on } from './story.ts';

/** The year that cases are set in unless they say otherwise. */
export const YEAR: Window = windowUntil(on('2026-06-30'));

export interface Case<Facts> {
  /** A sentence: what the case shows. */
  readonly name: string;
  /** absent: not collected, not applicable, or fewer cases than a figure needs. */
  readonly kind: 'passing' | 'failing' | 'absent';
  readonly facts: Facts;
  readonly window?: Window;
  readonly expect: {
    readonly state?: Unseen['state'];
    readonly because?: string;
    readonly n?: number;
    readonly hits?: number;
    /** Whole days in the order observed; `+` behind those still running. */
    readonly times?: readonly string[];
    readonly value?: number | null;
    /** The first of the evidence, in order. */
    readonly evidence?: readonly string[];
    readonly says?: string;
  };
}

export function runCases<Facts>(audit: Audit<Facts>, cases: readonly Case<Facts>[]): void {
  for (const one of cases) {
    test(`${one.kind}: ${one.name}`, () => {
      const seen = audit.observe(one.facts, one.window ?? YEAR);
      if (isUnseen(seen)) {
        expect({ state: seen.state, because: seen.because }).toEqual({
          state: one.expect.state,
          because: one.expect.because ?? seen.because,
        });
        expect(one.kind).toBe('absent');
      } else {
        expect(one.expect.state).toBeUndefined();
        holdsContract(audit, seen);
        meets(audit, seen, one);
      }
    });
  }

  test('its cases show a pass, a failure and an absence', () => {
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['absent', 'failing', 'passing']);
  });
}

/** What every audit owes, whatever it looks at. */
function holdsContract<Facts>(audit: Audit<Facts>, { observations, coverage }: Observed): void {
  for (const { block, hit, value, of, time, ended, evidence } of observations) {
    expect(block).not.toBe('');
    expect(evidence.length).toBeGreaterThan(0);
    const shapes = [hit !== undefined, value !== undefined, time !== undefined];
    expect(shapes.filter(Boolean)).toHaveLength(1);
    expect(ended !== undefined).toBe(time !== undefined);
    expect(of !== undefined).toBe(audit.estimate.of === 'ratio');
  }
  if (coverage) expect(coverage.observed).toBeLessThanOrEqual(coverage.eligible);
}

function meets<Facts>(audit: Audit<Facts>, seen: Observed, { kind, expect: wanted }: Case<Facts>): void {
  const { observations, noted = {} } = seen;
  const prepared = prepare(audit.estimate, observations);
  const value = prepared.value();
  const said = audit.say({ value, n: prepared.n, noted });
  expect(said.split(' ').length, said).toBeLessThanOrEqual(20);
  expect(said).toMatch(/^[A-Z0-9].*\.$/);
  expect(kind === 'absent').toBe(prepared.n < audit.minN);
  if (audit.curve !== null && value !== null && kind !== 'absent') {
    expect(scoreOf(audit.curve, value) >= 50 ? 'passing' : 'failing').toBe(kind);
  }
  if (wanted.n !== undefined) expect(prepared.n).toBe(wanted.n);
  if (wanted.hits !== undefined) expect(observations.filter(({ hit }) => hit).length).toBe(wanted.hits);
  if (wanted.times) {
    expect(observations.map(({ time = 0, ended }) => `${Math.round(time)}${ended ? '' : '+'}`)).toEqual(wanted.times);
  }
  if (wanted.value === null) expect(value).toBeNull();
  if (typeof wanted.value === 'number') expect(value).toBeCloseTo(wanted.value, 6);
  if (wanted.evidence) {
    expect(observations.flatMap(({ evidence }) => evidence).slice(0, wanted.evidence.length)).toEqual(wanted.evidence);
  }
  if (wanted.says !== undefined) expect(said).toBe(wanted.says);
}
