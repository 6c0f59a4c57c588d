/** Changes that began with their makers' own use, or mended what no customer had reported. Page for readers: own-use.md. */
import type { Observation } from '#core/observation.ts';
import { within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { weekOf } from '../week-of.ts';

/** The codes of the origins fact. */
const [OWN, IDEA] = [2, 3] as const;

export default defineAudit({
  id: 'own-use',
  lens: 'product',
  answers: 'care',
  question: 'Do its makers mend what nobody reported?',
  facts: ['origins', 'history', 'work'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: few changes say where they began, so the figure is a least, and shown without a score.',
  minN: 10,
  version: 1,
  guardedBy: 'a plain check of ten such changes by eye',

  observe({ origins, history, work }, window) {
    if (!origins.collected) {
      return { state: 'not-collected', because: origins.because ?? 'Where changes began was not looked at.' };
    }
    const observations: Observation[] = [];
    const noted = { own: 0, mended: 0 };
    for (const [index, { landedAt, id }] of history.commits.entries()) {
      const code = origins.of[index];
      if (!code || landedAt === null || !within(window, landedAt)) continue;
      const mended = code === IDEA && work.kind[index] === 'fix';
      if (code === OWN) noted.own += 1;
      if (mended) noted.mended += 1;
      const began = origins.evidence.get(index);
      const evidence = began === undefined || began === id ? [id] : [id, began];
      observations.push({ block: weekOf(landedAt), when: landedAt, hit: code === OWN || mended, evidence });
    }
    if (observations.length === 0) {
      return { state: 'not-applicable', because: 'No change that users could notice landed in this window.' };
    }
    return { observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)), noted };
  },

  say({ n, noted }) {
    const own = Number(noted.own ?? 0);
    const mended = Number(noted.mended ?? 0);
    const tell = own === 1 ? 'tells' : 'tell';
    return `Of ${counted(n, 'change')}, at least ${thousands(own)} ${tell} of own use and ${thousands(mended)} mended what nobody outside reported.`;
  },

  remedy: null,
});
