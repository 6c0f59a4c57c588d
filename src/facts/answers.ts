/** Replies as sources read them: who answered when, and whether in words of their own. Texts are looked at here and not kept. */
import { collectFact } from './define-fact.ts';
import { flagIn, textIn } from './rules/fields.ts';
import { wordingOf } from './rules/phrases.ts';
import { lettersIn, proseOf, templateOf, versionsIn } from './rules/prose.ts';
import { changesIn, duplicatesIn } from './rules/references.ts';
import { sideIn, threadOf } from './rules/voice-fields.ts';
import type { Answer } from './voice-values.ts';

const NONE: readonly never[] = Object.freeze([]);

export default collectFact({
  id: 'answers',
  version: 3,
  reads: 'replies',
  collect: () => {
    const all: Answer[] = [];
    return {
      take(row) {
        const prose = proseOf(row.body);
        const versions = versionsIn(prose);
        const duplicates = duplicatesIn(prose);
        // Addresses are no prose, so they are looked for in the whole text.
        const { named, pulls } = changesIn(row.body ?? '');
        all.push({
          id: row.id,
          origin: row.origin,
          thread: threadOf(row),
          onPull: textIn(row.data, 'on') === 'pull',
          at: row.at,
          authorId: row.authorId,
          side: sideIn(row.data) ?? 'unknown',
          template: templateOf(prose),
          templated: flagIn(row.data, 'templated'),
          letters: lettersIn(prose),
          versions: versions.length === 0 ? NONE : versions,
          duplicates: duplicates.length === 0 ? NONE : duplicates,
          done: named.length === 0 ? NONE : named,
          pulls: pulls.length === 0 ? NONE : pulls,
          wording: wordingOf(prose, row.lang, false),
        });
      },
      done: () => all,
    };
  },
});
