/** Something README or docs offer by name that a commit removed. Page for readers: gone-offer.md. */
import type { Found } from '#core/finding.ts';
import type { History, Offer } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inMonth, inWords, onDay, short } from '../wording.ts';

/** The README is read by everybody who comes; other pages by those who look something up. */
const README_WEIGHT = 3;
const PAGE_WEIGHT = 2;

export default defineFinding({
  id: 'gone-offer',
  facts: ['offers', 'history'],
  version: 1,
  precision: {
    right: 27,
    of: 27,
    on: 'nine products and up to 30 past commits of each; five doubtful ones on the way gave a rule each',
  },
  find: ({ offers, history }, { to }) => together(offers.all, to).map((gone) => toFound(gone, history)),
});

interface Gone {
  readonly offer: Offer;
  readonly removed: NonNullable<Offer['removed']>;
  /** All that the same page offers and the same commit took out, the first line first. */
  readonly names: readonly string[];
}

/** One page and one commit make one finding, however many names they share. */
function together(offers: readonly Offer[], to: number): Gone[] {
  const groups = new Map<string, Gone>();
  for (const offer of offers.toSorted((a, b) => a.lineNumber - b.lineNumber)) {
    const { removed } = offer;
    if (removed === null || removed.at > to) continue;
    const key = `${offer.doc} ${removed.sha}`;
    const gone = groups.get(key) ?? { offer, removed, names: [] };
    groups.set(key, { ...gone, names: [...gone.names, nameOf(offer)] });
  }
  return [...groups.values()];
}

/** A script is offered under any runner (`npm run`, `bun run`): its own name is what went. */
function nameOf({ kind, name }: Offer): string {
  return kind === 'command' ? name.replace(/^npm run /, '') : name;
}

function toFound({ offer, removed, names }: Gone, history: History): Found {
  const commit = history.commits.find(({ sha }) => sha === removed.sha);
  const where = `${offer.doc}, line ${offer.lineNumber}${offer.since === null ? '' : `, since ${onDay(offer.since)}`}`;
  const [first = ''] = names;
  const others = names.length - 1;
  const what = others === 0 ? first : `${first} and ${inWords(others)} more`;
  const went = others === 0 ? 'it' : 'them';
  return {
    sentence: `${offer.doc} offers ${what}; ${short(removed.sha)} removed ${went} in ${inMonth(removed.at)}.`,
    at: removed.at,
    people: null,
    quotes: [
      { evidence: offer.id, field: 'quote', where },
      ...(commit
        ? [
            {
              evidence: commit.id,
              field: 'title',
              where: `commit ${short(removed.sha)}, ${onDay(removed.at)}`,
            } as const,
          ]
        : []),
    ],
    step:
      others === 0
        ? `Take the line out, or bring ${first} back.`
        : 'Take the lines out, or bring back what they offer.',
    weight: /(^|\/)readme\b/i.test(offer.doc) ? README_WEIGHT : PAGE_WEIGHT,
  };
}
