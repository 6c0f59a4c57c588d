/** New words on the front, while the product behind them hardly changed. Page for readers: claim-unmoved.md. */

import { alike, contentWords } from '#core/content-words.ts';
import type { Found } from '#core/finding.ts';
import { WEEK, type Window, within } from '#core/time.ts';
import { onDay } from '#core/wording.ts';
import type { ClaimCopy, FactValues } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** A quarter of a year before and after: what was made for the new words, and what followed them. */
const AROUND = 13 * WEEK;
const SETTLED = 4 * WEEK;
/** Below half of the words shared it is another claim, not another spelling. */
const OTHER_WORDS = 0.5;
/** A dozen changes that users meet within half a year are a product that moves. */
const FEW = 12;

type Needs = Pick<FactValues, 'claims' | 'history' | 'work' | 'releases'>;

export default defineFinding({
  id: 'claim-unmoved',
  facts: ['claims', 'history', 'work', 'releases'],
  version: 1,
  precision: {
    right: 1,
    of: 4,
    on: 'an earlier rule, which took lines of thanks for claims; today’s was not measured',
  },
  find: (facts, window) => {
    if (facts.history.commits.length === 0) return [];
    const found = facts.claims.places
      .filter(({ front }) => front)
      .flatMap(({ name, copies }) =>
        changesIn(copies).flatMap(([before, after]) => toFound(facts, window, name, before, after)),
      );
    // One is a finding, five are a habit: that with the fewest changes around it speaks, the newest of them.
    return found
      .toSorted((a, b) => a.changes - b.changes || b.found.at - a.found.at)
      .slice(0, 1)
      .map((one) => one.found);
  },
});

type Said = ClaimCopy & { readonly says: NonNullable<ClaimCopy['says']> };

function changesIn(copies: readonly ClaimCopy[]): readonly (readonly [Said, Said])[] {
  const said = copies.filter((copy): copy is Said => copy.says !== null);
  return said.flatMap((after, place) => {
    const before = said[place - 1];
    if (!before || alike(contentWords(before.says.text), contentWords(after.says.text)) >= OTHER_WORDS) return [];
    return [[before, after] as const];
  });
}

function toFound(
  facts: Needs,
  window: Window,
  name: string,
  before: Said,
  after: Said,
): readonly { readonly changes: number; readonly found: Found }[] {
  const until = Math.min(window.to, facts.history.until ?? window.to);
  if (!within(window, after.at) || after.at > until - SETTLED) return [];
  const around: Window = { from: after.at - AROUND, to: Math.min(until, after.at + AROUND) };
  const changes = visibleIn(facts, around);
  if (changes >= FEW || steppedIn(facts, around)) return [];
  const met =
    changes === 0
      ? 'no change that users meet'
      : changes === 1
        ? 'one change that users meet'
        : `${inWords(changes)} changes that users meet`;
  return [
    {
      changes,
      found: {
        sentence: `${name} opens with other words since ${onDay(after.at)}, and the half year around it holds ${met}.`,
        at: after.at,
        people: null,
        quotes: [
          { evidence: before.id, field: 'body', line: before.says.line, where: `${name}, until ${onDay(after.at)}` },
          { evidence: after.id, field: 'body', line: after.says.line, where: `${name}, since then` },
        ],
        step: 'Ask what a customer can do now that they could not do before the new words.',
        weight: 2,
      },
    },
  ];
}

function visibleIn({ history, work }: Needs, around: Window): number {
  return history.commits.filter(
    ({ landedAt }, index) =>
      landedAt !== null && within(around, landedAt) && work.visible[index] === 1 && work.bot[index] !== 1,
  ).length;
}

/** A release that goes further than a tinker is a product that changed. */
function steppedIn({ releases }: Needs, around: Window): boolean {
  return releases.all.some(
    ({ pre, at, line, step }) =>
      !pre && line === releases.mainLine && within(around, at) && (step === 'iteration' || step === 'overhaul'),
  );
}
