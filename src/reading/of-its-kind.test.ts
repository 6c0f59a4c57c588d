/** Questions of a history of code do not apply to what is only on a shelf; everything else stays as it was judged. */
import { expect, test } from 'vitest';
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { ofItsKind } from './of-its-kind.ts';
import type { Weighed } from './weigh.ts';

const judged = (audit: Audit, state: Weighed['state']) => ({ audit, state, because: 'as judged' }) as Weighed;
const SHELF = { collected: true, alone: true };

test('no reason speaks of code, and every question of a history gets one', () => {
  for (const audit of AUDITS.filter(({ facts }) => facts.includes('history'))) {
    const { state, because } = ofItsKind(judged(audit, 'not-collected'), SHELF);
    expect(state, audit.id).toBe('not-applicable');
    expect(because, audit.id).not.toMatch(/commit|repositor|branch|code|git/i);
  }
});

test('with a history beside the catalogue, without a catalogue, and once judged, nothing changes', () => {
  const [cadence, ratings] = ['release-cadence', 'ratings'].map(
    (id) => AUDITS.find((audit) => audit.id === id) as Audit,
  );
  const open = judged(cadence as Audit, 'not-collected');
  expect(ofItsKind(open, { collected: true, alone: false })).toBe(open);
  expect(ofItsKind(open, undefined)).toBe(open);
  for (const one of [judged(cadence as Audit, 'scored'), judged(ratings as Audit, 'not-collected')]) {
    expect(ofItsKind(one, SHELF)).toBe(one);
  }
});
