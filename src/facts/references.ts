/** What commits and pull requests say outright that they answer, and whether they tell of their makers' own use. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { numberIn, textIn } from './rules/fields.ts';
import { mayTellOwnUse, OWN_USE, wordingOf } from './rules/phrases.ts';
import { proseOf } from './rules/prose.ts';
import { closesIn, namesIn } from './rules/references.ts';
import { sideIn, threadOf } from './rules/voice-fields.ts';
import type { Pull, References } from './voice-values.ts';

type Named = References['commits'] extends ReadonlyMap<string, infer Value> ? Value : never;

export default collectFact({
  id: 'references',
  version: 2,
  reads: 'changes',
  collect: () => {
    const commits = new Map<string, Named>();
    const pulls: Pull[] = [];
    return {
      take(row) {
        if (row.type === 'commit') {
          const named = namedBy(row);
          if (named !== null) commits.set(row.externalId, named);
        } else if (row.type === 'pull') pulls.push(toPull(row));
      },
      done: () => ({ commits, pulls }),
    };
  },
});

/** A revert names what it takes back; it answers nothing. */
function namedBy({ title, body }: Evidence): Named | null {
  const subject = title ?? '';
  if (/^revert\b/i.test(subject)) return null;
  const text = `${subject}\n${body ?? ''}`;
  const names = namesIn(subject);
  const closes = closesIn(text);
  const wording = mayTellOwnUse(text) ? wordingOf(proseOf(text), 'en', false) & OWN_USE : 0;
  return names.length === 0 && closes.length === 0 && wording === 0 ? null : { names, closes, wording };
}

function toPull(row: Evidence): Pull {
  return {
    id: row.id,
    origin: row.origin,
    thread: threadOf(row),
    at: row.at,
    authorId: row.authorId,
    side: sideIn(row.data) ?? 'unknown',
    mergedAt: numberIn(row.data, 'mergedAt'),
    mergeSha: textIn(row.data, 'mergeSha'),
    closes: closesIn(`${row.title ?? ''}\n${row.body ?? ''}`),
    comments: numberIn(row.data, 'comments'),
    seen: numberIn(row.data, 'commentsSeen'),
    wording: wordingOf(proseOf(`${row.title ?? ''}\n${row.body ?? ''}`), null, false) & OWN_USE,
  };
}
