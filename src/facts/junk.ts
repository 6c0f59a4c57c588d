/** Which reviews, posts and answers to surveys should move no figure: copies, spam, bare praise, texts that speak to a model. */
import { junkIn } from '#language/junk/junk.ts';
import { collectFact } from './define-fact.ts';
import { SPOKEN } from './rules/voice-fields.ts';
import type { JunkFound } from './said-values.ts';

/** Whoever hides a prompt or sells something does so early. */
const ENOUGH = 4_000;

export default collectFact({
  id: 'junk',
  version: 2,
  reads: 'feedback',
  collect: () => {
    const rows: { readonly id: string; readonly at: number }[] = [];
    const pieces: { readonly text: string; readonly person: string | null }[] = [];
    return {
      take({ id, at, type, title, body, authorId }) {
        if (!SPOKEN.has(type)) return;
        rows.push({ id, at });
        // The title of an answer is the question, which all answers share.
        const own = type === 'survey' ? (body ?? '') : `${title ?? ''}\n${body ?? ''}`;
        pieces.push({ text: own.trim().slice(0, ENOUGH), person: authorId });
      },
      done: (): JunkFound => {
        const found = junkIn(pieces);
        return {
          looked: rows.length,
          all: rows.flatMap((row, place) => {
            const junk = found[place];
            return junk ? [{ ...row, junk }] : [];
          }),
        };
      },
    };
  },
});
