/** Praise in the window, and the changes of a year ago and before that nobody had asked for. */
import type { Warmth } from '#core/signals.ts';
import { windowUntil, within } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { UNREAD } from './rules/phrases.ts';
import { SPOKEN } from './rules/voice-fields.ts';

/** The codes of the origins fact: own use and own idea, and untraced. */
const [OWN, IDEA, UNTRACED] = [2, 3, 4] as const;

export default computeFact({
  id: 'warmth',
  version: 4,
  facts: ['threads', 'origins', 'history', 'praised', 'junk'],
  compute: ({ threads, origins, history, praised, junk }, { at }): Warmth => {
    const window = windowUntil(at);
    const marked = junk.all.filter((piece) => within(window, piece.at));
    const bare = new Set(marked.flatMap(({ id, junk: what }) => (what === 'bare' ? [id] : [])));
    const heard = threads.all.filter(
      ({ kind, side, at: said, wording }) =>
        SPOKEN.has(kind) && side !== 'maker' && side !== 'bot' && within(window, said) && (wording & UNREAD) === 0,
    );
    const told = heard.filter(({ id }) => !bare.has(id));
    const read = praised.drawn === null ? told : told.filter(({ id }) => praised.drawn?.has(id));
    const codes = history.commits.flatMap(({ landedAt }, index) => {
      const code = origins.of[index] ?? 0;
      return code !== 0 && landedAt !== null && landedAt <= window.from ? [code] : [];
    });
    return {
      pieces: told.length,
      ...(praised.drawn !== null && { read: read.length }),
      setAside: marked.length,
      praised: read.filter(({ id }) => praised.ids.has(id)).length,
      old: codes.length,
      unasked: codes.filter((code) => code === OWN || code === IDEA).length,
      untraced: codes.filter((code) => code === UNTRACED).length,
    };
  },
});
