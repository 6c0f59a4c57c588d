/** How much of what changed a user could notice. Page for readers: user-visible-share.md. */
import { percent } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { landedByPeople, notCollected, nothingThere } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

export default defineAudit({
  id: 'user-visible-share',
  lens: 'product',
  answers: null,
  question: 'How much of what changes can a user notice?',
  facts: ['history', 'work'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'No figure is good or bad here; compare it with your own past and with products of the same kind.',
  minN: 20,
  version: 1,
  guardedBy: 'feature-fix-mix',

  observe({ history, work }, window) {
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen.');
    const landed = landedByPeople({ history, work }, window);
    const judged = history.pathsKnown ? landed : landed.filter((index) => history.commits[index]?.touched.length);
    if (judged.length === 0) return nothingThere(history, 'No person changed anything in this window.');
    const observations = judged.map((index) => ({
      block: weekOf(history.commits[index]?.landedAt ?? 0),
      when: history.commits[index]?.landedAt ?? 0,
      hit: work.visible[index] === 1,
      evidence: [history.commits[index]?.id ?? ''],
    }));
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible: landed.length, observed: judged.length },
    };
  },

  say({ value, n }) {
    if (value === null) return 'No change was seen.';
    return `Users could notice ${percent(value)} of what people changed${n === 1 ? ', a single change' : ''}.`;
  },

  remedy: null,
});
