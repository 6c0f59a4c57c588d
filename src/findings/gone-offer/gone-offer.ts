/** Something README or docs offer by name that a commit removed. Page for readers: gone-offer.md. */
import type { Found } from '#core/finding.ts';
import { capital, monthOf, onDay } from '#core/wording.ts';
import type { History, Offer } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, short } from '../wording.ts';

/** The README is read by everybody who comes; other pages by those who look something up. */
const README_WEIGHT = 3;
const PAGE_WEIGHT = 2;

export default defineFinding({
  id: 'gone-offer',
  facts: ['offers', 'history'],
  version: 2,
  precision: {
    right: 29,
    of: 29,
    on: 'ten products and up to 30 past commits of each; five doubtful ones on the way gave a rule each',
  },
  find: ({ offers, history }, { to }) => together(offers.all, to).map((gone) => toFound(gone, history)),
});

interface Gone {
  readonly offer: Offer;
  readonly removed: NonNullable<Offer['removed']>;
  /** All that the commit took out and pages still offer, the first line first. */
  readonly names: readonly string[];
  readonly docs: readonly string[];
}

/** One commit makes one finding, however many names it took and pages still offer them. */
function together(offers: readonly Offer[], to: number): Gone[] {
  const groups = new Map<string, Gone>();
  for (const offer of offers.toSorted((a, b) => order(a.doc, b.doc) || a.lineNumber - b.lineNumber)) {
    const { removed } = offer;
    if (removed === null || removed.at > to) continue;
    const gone = groups.get(removed.sha) ?? { offer, removed, names: [], docs: [] };
    const names = [...new Set([...gone.names, nameOf(offer)])];
    groups.set(removed.sha, { ...gone, names, docs: [...new Set([...gone.docs, offer.doc])] });
  }
  return [...groups.values()];
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** A script is offered under any runner (`npm run`, `bun run`): its own name is what went. A full address stands as `/path`. */
function nameOf({ kind, name }: Offer): string {
  return kind === 'command' ? name.replace(/^npm run /, '') : name.replace(/^\//, '');
}

function toFound(gone: Gone, history: History): Found {
  const { offer, removed, names, docs } = gone;
  const commit = history.commits.find(({ sha }) => sha === removed.sha);
  const where = `${offer.doc}, line ${offer.lineNumber}${offer.since === null ? '' : `, since ${onDay(offer.since)}`}`;
  const [first = ''] = names;
  const others = names.length - 1;
  const who = docs.length === 1 ? `${offer.doc} still offers` : `${capital(inWords(docs.length))} pages still offer`;
  const what = others === 0 ? first : `${first} and ${inWords(others)} more`;
  return {
    sentence: `${who} ${what}, taken out in ${monthOf(removed.at)}.`,
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
      others === 0 && docs.length === 1
        ? `Take the line out, or bring ${first} back.`
        : 'Take the lines out, or bring back what they offer.',
    weight: docs.some((doc) => /(^|\/)readme\b/i.test(doc)) ? README_WEIGHT : PAGE_WEIGHT,
  };
}
