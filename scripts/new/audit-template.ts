/** A new audit as real code: it answers a small question over the history, and every part of it is there to be replaced. */
import type { UnitFiles } from './unit-files.ts';

export function auditTemplate(id: string): UnitFiles {
  return {
    [`${id}.ts`]: AUDIT.replaceAll('ID', id),
    [`${id}.md`]: PAGE.replaceAll('ID', id),
    [`${id}.cases.ts`]: CASES.replaceAll('ID', id),
    [`${id}.test.ts`]: TEST.replaceAll('ID', id),
  };
}

const AUDIT = `/** How much of the finished work users could notice. Page for readers: ID.md. */
import { percent } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { landedByPeople, notCollected, nothingThere } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

export default defineAudit({
  id: 'ID',
  lens: 'product',
  answers: null,
  question: 'How much of the finished work could users notice?',
  facts: ['history', 'work'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: it is shown, not scored.',
  minN: 20,
  version: 1,
  guardedBy: 'a plain check of ten changes by eye',

  observe({ history, work }, window) {
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen.');
    const landed = landedByPeople({ history, work }, window);
    if (landed.length === 0) return nothingThere(history, 'No change by a person landed in this window.');
    return {
      observations: landed.map((index) => ({
        block: weekOf(history.commits[index]?.landedAt ?? 0),
        hit: work.visible[index] === 1,
        evidence: [history.commits[index]?.id ?? ''],
      })),
    };
  },

  say({ value, n }) {
    if (value === null) return 'No change by a person was seen.';
    return \`Users could notice \${percent(value)} of \${n} changes.\`;
  },

  remedy: null,
});
`;

const PAGE = `# ID

## Question

How much of the finished work could users notice?

## Why

One paragraph: what a low and a high figure tell.

## How it is measured

Of the changes by people that reached the default branch in the 52 weeks, the share that users could notice. Drawn again by week.

## Score

None: it is shown, not scored. A figure needs 20 changes.

## What to do

One step that would change what this sees.

## When it is wrong

Where it misleads, and how that can be told.

## How it can be gamed

How the figure could be moved without the thing itself, and what pays then: here a plain check of ten changes by eye.
`;

const CASES = `/** Cases of ID: what it sees in a pass, a failure and an absence. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

export const cases: readonly Case<Told>[] = [
  {
    name: 'everything could be noticed',
    kind: 'passing',
    facts: story().changes(20, '2026-04-01').facts(),
    expect: { n: 20, hits: 20, value: 1 },
  },
  {
    name: 'nothing could be noticed',
    kind: 'failing',
    facts: story()
      .changes(20, '2026-04-01', { files: ['test/app.ts'] })
      .facts(),
    expect: { n: 20, hits: 0, value: 0 },
  },
  {
    name: 'three are too few',
    kind: 'absent',
    facts: story().changes(3, '2026-04-01').facts(),
    expect: { n: 3 },
  },
];
`;

const TEST = `/** Runs the cases of ID, and what they do not show. */
import { runCases } from '../run-cases.ts';
import { cases } from './ID.cases.ts';
import audit from './ID.ts';

runCases(audit, cases);
`;
