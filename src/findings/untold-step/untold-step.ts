/** The year's biggest step in substance, when its notes say nothing of it. Page for readers: untold-step.md. */
import type { Window } from '#core/time.ts';
import { within } from '#core/time.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, onDay, short } from '../wording.ts';

/** A step of a dozen visible changes is one that users meet; fewer is a tinker whatever its number. */
const BIG = 12;

/** Notes are a habit from four releases in five, and three at least. */
const MOSTLY_TOLD = 0.8;
const LEAST_TOLD = 3;

type Needs = Pick<FactValues, 'history' | 'work' | 'releases' | 'notes'>;

export default defineFinding({
  id: 'untold-step',
  facts: ['history', 'work', 'releases', 'notes'],
  version: 1,
  precision: { right: 0, of: 0, on: 'found nowhere yet' },
  find: (facts, window) => {
    if (!facts.notes.collected || !facts.releases.collected || !usuallyTold(facts, window)) return [];
    const biggest = biggestIn(facts, window);
    if (biggest === null || biggest.visible.length < BIG || isTold(facts, biggest.order)) return [];
    const { release, visible } = biggest;
    const first = facts.history.commits[visible[0] ?? -1];
    return [
      {
        sentence: `${release.name} is the biggest step of the year, ${inWords(visible.length)} changes that users meet, and its notes are empty.`,
        at: release.at,
        people: null,
        quotes: [
          { evidence: release.id, field: 'title', where: `released ${onDay(release.at)}` },
          ...(first
            ? [{ evidence: first.id, field: 'title', where: `commit ${short(first.sha)}, in it` } as const]
            : []),
        ],
        step: 'Write five lines: what it brings, and for whom.',
        weight: 2,
      },
    ];
  },
});

function biggestIn(
  { work, releases }: Needs,
  window: Window,
): { release: Release; order: number; visible: readonly number[] } | null {
  const steps = releases.all.flatMap((release, order) => {
    if (release.pre || !within(window, release.at)) return [];
    return [
      { release, order, visible: release.brings.filter((index) => work.visible[index] === 1 && work.bot[index] !== 1) },
    ];
  });
  return steps.sort((a, b) => b.visible.length - a.visible.length || a.order - b.order)[0] ?? null;
}

/** Where the year's other releases have notes that were read; elsewhere they may stand where nobody looked. */
function usuallyTold({ releases, notes }: Needs, window: Window): boolean {
  const finals = releases.all.flatMap(({ pre, at }, order) => (!pre && within(window, at) ? [order] : []));
  const told = finals.filter((order) => isTold({ notes }, order)).length;
  return told >= LEAST_TOLD && told >= finals.length * MOSTLY_TOLD;
}

/** Notes that hold a single line of words tell something; a release without any row, or with none, does not. */
function isTold({ notes }: Pick<Needs, 'notes'>, order: number): boolean {
  return (notes.byRelease.get(order)?.lines.length ?? 0) > 0;
}
