/** A window that ended in the past reads as it would have read then: nothing later leaks into it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { DAY, dayOf, windowUntil } from '#core/time.ts';
import commitToRelease from './commit-to-release/commit-to-release.ts';
import featureFixMix from './feature-fix-mix/feature-fix-mix.ts';
import followUpFixes from './follow-up-fixes/follow-up-fixes.ts';
import limbo from './limbo/limbo.ts';
import releaseCadence from './release-cadence/release-cadence.ts';
import releaseNoteCoverage from './release-note-coverage/release-note-coverage.ts';
import { on, story } from './story.ts';
import userVisibleShare from './user-visible-share/user-visible-share.ts';

const AUDITS = [
  commitToRelease,
  featureFixMix,
  followUpFixes,
  limbo,
  releaseCadence,
  releaseNoteCoverage,
  userVisibleShare,
];

const START = on('2025-09-01');

const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('change' as const), file: fc.nat(4), fix: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('release' as const), noted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('revert' as const), of: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pre' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('bot' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

const events = fc.array(fc.tuple(event, fc.nat(12)), { minLength: 5, maxLength: 60 });

/** The story of these events up to a day; each comes some days after the one before. */
function toldUntil(happened: readonly (readonly [Event, number])[], until: number) {
  const told = story();
  let at = START;
  for (const [index, [one, days]] of happened.entries()) {
    at += days * DAY;
    if (at > until) break;
    const day = dayOf(at);
    const id = `e${index}`;
    if (one.what === 'change') {
      told.change(day, `Part ${index} alters file`, {
        id,
        files: [`src/${one.file}.ts`],
        kind: one.fix ? 'fix' : 'feature',
      });
    } else if (one.what === 'revert')
      told.change(day, `Revert ${one.of}`, { id, kind: 'revert', reverts: [`e${one.of}`] });
    else if (one.what === 'bot') told.change(day, `Bump ${index}`, { id, bot: true });
    else if (one.what === 'pre') told.release(`1.${index}.0-beta`, day, { pre: true });
    else {
      told.release(`1.0.${index}`, day);
      if (one.noted) told.notes(`1.0.${index}`, [`Part ${index - 1} alters file`]);
    }
  }
  return told.facts();
}

for (const audit of AUDITS) {
  test(`${audit.id} sees in a past window what it would have seen then`, () => {
    fc.assert(
      fc.property(events, fc.nat(300), (happened, days) => {
        const to = START + days * DAY;
        const then = audit.observe(toldUntil(happened, to), windowUntil(to));
        const now = audit.observe(toldUntil(happened, Number.POSITIVE_INFINITY), windowUntil(to));
        fc.pre(isUnseen(now) === isUnseen(then));
        if (!isUnseen(now) && !isUnseen(then)) expect(now.observations).toEqual(then.observations);
      }),
      { numRuns: 150, seed: 2 },
    );
  });
}
