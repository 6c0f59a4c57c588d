/** A document that asks for an older version of a language than the product needs. Page for readers: outgrown-need.md. */
import type { Found } from '#core/finding.ts';
import { capital, monthOf, onDay } from '#core/wording.ts';
import type { AskedRuntime, History } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, short } from '../wording.ts';

export default defineFinding({
  id: 'outgrown-need',
  facts: ['runtimes', 'history'],
  version: 1,
  precision: { right: 4, of: 5, on: 'hyperfine and mocha, two moments of each, and lighthouse in 2018' },
  find: ({ runtimes, history }, { to }) => {
    const known = runtimes.filter(({ raised }) => raised !== null && raised.at <= to);
    return [...Map.groupBy(known, ({ runtime }) => runtime).values()].flatMap((some) => toFound(some, history));
  },
});

/** One language is one finding, however many pages are behind; the README speaks for them. */
function toFound(asked: readonly AskedRuntime[], history: History): readonly Found[] {
  const [first] = asked.toSorted((a, b) => rank(a) - rank(b) || (a.doc < b.doc ? -1 : 1));
  if (!first?.raised) return [];
  const { runtime, stated, required, doc, lineNumber, manifest, raised } = first;
  const commit = history.commits.find(({ sha }) => sha === raised.sha);
  const who = asked.length === 1 ? `${doc} asks` : `${capital(inWords(asked.length))} pages ask`;
  const quoted = { evidence: first.id, field: 'quote', where: `${doc}, line ${lineNumber}` } as const;
  const by = commit
    ? [{ evidence: commit.id, field: 'title', where: `commit ${short(raised.sha)}, ${onDay(raised.at)}` } as const]
    : [];
  return [
    {
      sentence: `${who} for ${runtime} ${stated}; ${manifest} has required ${required} since ${monthOf(raised.at)}.`,
      at: raised.at,
      people: null,
      quotes: [quoted, ...by],
      step: `Write ${runtime} ${required} there.`,
      weight: rank(first) === 0 ? 3 : 2,
    },
  ];
}

function rank({ doc }: AskedRuntime): number {
  return /^readme\b/i.test(doc) ? 0 : 1;
}
