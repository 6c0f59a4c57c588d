/** Which reviews, posts and answers to surveys should move no figure: copies, spam, bare praise, texts that speak to a model. */
import { junkIn } from '#language/junk/junk.ts';
import { collectFact } from './define-fact.ts';
import { SPOKEN } from './rules/voice-fields.ts';
import type { JunkFound } from './said-values.ts';

/** Whoever hides a prompt or sells something does so early. */
const ENOUGH = 4_000;

export default collectFact({
  id: 'junk',
  version: 1,
  reads: 'feedback',
  collect: () => {
    const ids: string[] = [];
    const pieces: { readonly text: string; readonly person: string | null }[] = [];
    return {
      take({ id, type, title, body, authorId }) {
        if (!SPOKEN.has(type)) return;
        ids.push(id);
        pieces.push({ text: `${title ?? ''}\n${body ?? ''}`.trim().slice(0, ENOUGH), person: authorId });
      },
      done: (): JunkFound => {
        const found = junkIn(pieces);
        return {
          looked: ids.length,
          all: ids.flatMap((id, at) => {
            const junk = found[at];
            return junk ? [{ id, junk }] : [];
          }),
        };
      },
    };
  },
});
