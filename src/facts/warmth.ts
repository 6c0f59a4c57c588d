/** Praise in the window, and the changes of a year ago and before that nobody had asked for. */
import type { Warmth } from '#core/signals.ts';
import { windowUntil, within } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { PRAISE, UNREAD } from './rules/phrases.ts';
import { SPOKEN } from './rules/voice-fields.ts';

/** The codes of the origins fact: own use and own idea, and untraced. */
const [OWN, IDEA, UNTRACED] = [2, 3, 4] as const;

export default computeFact({
  id: 'warmth',
  version: 1,
  facts: ['threads', 'origins', 'history'],
  compute: ({ threads, origins, history }, { at }): Warmth => {
    const window = windowUntil(at);
    const told = threads.all.filter(
      ({ kind, side, at: said, wording }) =>
        SPOKEN.has(kind) && side !== 'maker' && side !== 'bot' && within(window, said) && (wording & UNREAD) === 0,
    );
    const codes = history.commits.flatMap(({ landedAt }, index) => {
      const code = origins.of[index] ?? 0;
      return code !== 0 && landedAt !== null && landedAt <= window.from ? [code] : [];
    });
    return {
      pieces: told.length,
      praised: told.filter(({ wording }) => (wording & PRAISE) !== 0).length,
      old: codes.length,
      unasked: codes.filter((code) => code === OWN || code === IDEA).length,
      untraced: codes.filter((code) => code === UNTRACED).length,
    };
  },
});
