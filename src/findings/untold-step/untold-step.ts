/** The year's biggest step in substance, or a lesser one, when its notes say nothing of it. Page for readers: untold-step.md. */
import type { Window } from '#core/time.ts';
import { within } from '#core/time.ts';
import { onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, short } from '../wording.ts';
import { tellsNothing } from './bare-words.ts';

/** A step of a dozen visible changes is one that users meet; fewer is a tinker whatever its number. */
const BIG = 12;
/** An iteration of five is one that users meet, too. */
const SEVERAL = 5;

/** Notes are a habit from four releases in five, and three at least. */
const MOSTLY_TOLD = 0.8;
const LEAST_TOLD = 3;

/** Of a line that is shown. */
const LONGEST = 80;

type Needs = Pick<FactValues, 'history' | 'work' | 'releases' | 'notes'>;

export default defineFinding({
  id: 'untold-step',
  facts: ['history', 'work', 'releases', 'notes'],
  version: 2,
  precision: { right: 0, of: 0, on: 'found nowhere yet' },
  find: (facts, window) => {
    if (!facts.notes.collected || !facts.releases.collected || !usuallyTold(facts, window)) return [];
    const step = untoldIn(facts, window);
    if (step === null) return [];
    const { release, order, visible, biggest } = step;
    const first = facts.history.commits[visible[0] ?? -1];
    return [
      {
        sentence: `${release.name} ${biggest ? 'is the biggest step of the year,' : 'brings'} ${inWords(visible.length)} changes that users meet, and ${saidOf(facts, order)}.`,
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

interface Step {
  readonly release: Release;
  readonly order: number;
  readonly visible: readonly number[];
  readonly biggest: boolean;
}

/** Empty notes may have been written elsewhere, so only the biggest step counts; notes that say nothing were written here. */
function untoldIn(facts: Needs, window: Window): Step | null {
  const untold = stepsIn(facts, window).filter(({ order }) => !isTold(facts, order));
  return (
    untold.find(({ biggest, visible }) => biggest && visible.length >= BIG) ??
    untold.find(
      ({ release, order, visible }) =>
        release.step !== 'tinker' && visible.length >= SEVERAL && facts.notes.byRelease.has(order),
    ) ??
    null
  );
}

/** The year's final releases, the biggest first. */
function stepsIn({ work, releases }: Needs, window: Window): readonly Step[] {
  return releases.all
    .flatMap((release, order) => {
      if (release.pre || !within(window, release.at)) return [];
      const visible = release.brings.filter((index) => work.visible[index] === 1 && work.bot[index] !== 1);
      return [{ release, order, visible }];
    })
    .sort((a, b) => b.visible.length - a.visible.length || a.order - b.order)
    .map((step, place) => ({ ...step, biggest: place === 0 }));
}

/** Where the year's other releases have notes that were read; elsewhere they may stand where nobody looked. */
function usuallyTold({ releases, notes }: Needs, window: Window): boolean {
  const finals = releases.all.flatMap(({ pre, at }, order) => (!pre && within(window, at) ? [order] : []));
  const told = finals.filter((order) => isTold({ notes }, order)).length;
  return told >= LEAST_TOLD && told >= finals.length * MOSTLY_TOLD;
}

/** A single line that could not stand in any notes tells something; "Improvements." tells no more than none. */
function isTold({ notes }: Pick<Needs, 'notes'>, order: number): boolean {
  return notes.byRelease.get(order)?.lines.some((line) => !tellsNothing(line)) ?? false;
}

function saidOf({ notes }: Pick<Needs, 'notes'>, order: number): string {
  const [line] = notes.byRelease.get(order)?.lines ?? [];
  return line === undefined
    ? 'its notes are empty'
    : `its notes say only “${line.slice(0, LONGEST).replace(/\.$/, '')}”`;
}
