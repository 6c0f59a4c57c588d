/** Feedback as sources read it: who asked, when, how it stands now. Texts are looked at here and not kept. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { isObject, listIn, numberIn, textIn } from './rules/fields.ts';
import { wordingOf } from './rules/phrases.ts';
import { proseOf } from './rules/prose.ts';
import { SPOKEN, sideIn, threadOf } from './rules/voice-fields.ts';
import type { Ask } from './voice-values.ts';

/** A sprint is a stretch of work, no release. */
const NO_RELEASE = /\bsprint\b/i;

export default collectFact({
  id: 'asks',
  version: 4,
  reads: 'feedback',
  collect: ({ at }) => {
    const all: Ask[] = [];
    return {
      take(row) {
        all.push(toAsk(row, at));
      },
      done: () => all,
    };
  },
});

function toAsk(row: Evidence, until: number): Ask {
  const { id, origin, type, at, authorId, data, amount } = row;
  const state = textIn(data, 'state');
  const closedAt = numberIn(data, 'closedAt');
  const open = closedAt !== null && closedAt <= until ? false : state === null && closedAt === null ? null : true;
  return {
    id,
    origin,
    thread: threadOf(row),
    kind: type,
    at,
    authorId,
    side: sideIn(data) ?? 'unknown',
    open: state === 'closed' && closedAt === null ? null : open,
    closedAt: open === false ? closedAt : null,
    reason: open === false ? textIn(data, 'reason') : null,
    comments: numberIn(data, 'comments'),
    seen: numberIn(data, 'commentsSeen'),
    duplicateOf: textIn(data, 'duplicateOf'),
    fixes: fixesIn(row, until),
    stars: type === 'review' && amount !== null && amount >= 1 && amount <= 5 ? amount : null,
    version: row.version,
    ...(row.line !== null && { line: row.line }),
    wording: wordingOf(`${proseOf(row.title)}\n${proseOf(row.body)}`.trim(), row.lang, SPOKEN.has(type)),
  };
}

/** Versions that the tracker names as the fix and that came out after the ask; the first of them first. */
function fixesIn({ data, at: asked }: Evidence, until: number): Ask['fixes'] {
  const fixes = (listIn(data, 'fixVersions') ?? []).flatMap((fix) => {
    if (!isObject(fix)) return [];
    const [name, at] = [textIn(fix, 'name'), numberIn(fix, 'at')];
    return name === null || at === null || at > until || at < asked || NO_RELEASE.test(name) ? [] : [{ name, at }];
  });
  return fixes.length < 2 ? fixes : fixes.toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}
