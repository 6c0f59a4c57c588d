/** How long lines of the product lived, by the month they were born in. */
import { computeFact } from './define-fact.ts';
import { listIn, numberIn, objectIn } from './rules/fields.ts';
import type { Survival } from './values.ts';

type Cohort = Survival['cohorts'][number];

export default computeFact({
  id: 'survival',
  version: 1,
  facts: ['eventRows'],
  compute: ({ eventRows }): Survival => {
    const cohorts = eventRows.lines.flatMap((row): readonly Cohort[] => {
      const born = numberIn(row.data, 'born');
      const lives = listIn(objectIn(row.data, 'lives'), 'product') ?? [];
      return born === null ? [] : [{ born, evidence: row.id, lives: lives.flatMap(readLife) }];
    });
    if (cohorts.length === 0) {
      return { collected: false, because: 'How long lines live is read with --deep only.', cohorts };
    }
    return { collected: true, because: null, cohorts: cohorts.toSorted(byBirth) };
  },
});

function byBirth(a: Cohort, b: Cohort): number {
  return a.born - b.born || (a.evidence < b.evidence ? -1 : 1);
}

/** `[days, lines, ended 0|1]`. */
function readLife(life: unknown): readonly Cohort['lives'][number][] {
  if (!Array.isArray(life)) return [];
  const [days, lines, ended] = life as readonly unknown[];
  if (typeof days !== 'number' || typeof lines !== 'number' || days < 0) return [];
  return lines > 0 ? [{ days, lines, ended: ended === 1 }] : [];
}
