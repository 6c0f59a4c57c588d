/** Whether what people love most is ever said aloud. Page for readers: unsaid-favourite.md. */
import type { Quote } from '#core/finding.ts';
import type { Observation } from '#core/observation.ts';
import { type Window, within } from '#core/time.ts';
import { onDay, thousands } from '#core/wording.ts';
import type { Post } from '#facts/shelf-values.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf } from '../heard-threads.ts';

/** Fewer people than this are friends of the house. */
const LEAST_PEOPLE = 5;
const FULL_PRAISE = 4.5;
/** Voices shown beside the advertisements. */
const HEARD = 5;
/** As many as a figure needs: where so many tell what they cost, what cost nothing proves nothing. */
const LEAST_PAID = 10;

export default defineAudit({
  id: 'unsaid-favourite',
  lens: 'claims',
  answers: null,
  question: 'Do you say what people love most?',
  facts: ['threads', 'catalogue', 'posts'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: one advertisement that names it would do.',
  minN: 10,
  version: 4,
  guardedBy: 'ratings',

  observe({ threads, catalogue, posts }, window) {
    const because = whyNot({ threads, catalogue, posts });
    if (because !== null) return { state: 'not-collected', because };
    const favourite = favouriteOf(threads.all, window);
    if (favourite === null) {
      const told = `No product had five stars from ${LEAST_PEOPLE} people, and from more than any other, in this window.`;
      return { state: 'not-applicable', because: told };
    }
    const name = catalogue.titles.get(favourite.line) ?? favourite.line;
    const own = ownWords(name, favourite.line, catalogue.titles);
    if (own.length === 0) {
      return { state: 'not-applicable', because: `The name of ${name} has no word that is its alone.` };
    }
    const out = posts.all.filter(({ at }) => within(window, at));
    if (out.length === 0)
      return { state: 'not-applicable', because: 'Nothing was advertised or posted in this window.' };
    const paid = out.filter(({ spend }) => spend !== null && spend > 0);
    const shown = paid.length >= LEAST_PAID ? paid : out;
    let named = 0;
    const observations = shown.map(({ id, at, words }, index): Observation => {
      const said = own.some((word) => words.has(word));
      if (said) named += 1;
      // The first row opens to the voices, too: they are the other half of the finding.
      return { block: id, when: at, hit: !said, evidence: index === 0 ? [...favourite.voices, id] : [id] };
    });
    const noted = { name, people: favourite.people, named, free: out.length - shown.length };
    return { observations, noted, quotes: quotesOf(favourite, shown, name), ...(named > 0 && { people: 0 }) };
  },

  say({ n, noted }) {
    const named = Number(noted.named ?? 0);
    const told = named === 0 ? 'none' : thousands(named);
    const people = thousands(Number(noted.people ?? 0));
    const shown = Number(noted.free ?? 0) > 0 ? 'paid advertisements' : 'advertisements and posts';
    return `${people} people gave ${noted.name ?? 'it'} five stars, more than anything else; ${told} of ${thousands(n)} ${shown} ${named > 1 ? 'name' : 'names'} it.`;
  },

  remedy: {
    title: 'Say once what people love most',
    hypothesis:
      'We believe that one true sentence about it brings it to more people, because those who have it already say so.',
    tellTale: 'how much of it is sold in the weeks after',
    effort: 'minutes',
    soonestDays: 90,
  },
});

function whyNot({ threads, catalogue, posts }: Pick<FactValues, 'threads' | 'catalogue' | 'posts'>): string | null {
  if (!posts.collected) return 'No advertisements or posts were read.';
  if (catalogue.titles.size < 2) return 'No catalogue with several products was read.';
  if (!threads.all.some(({ line, stars }) => line && stars !== null))
    return 'No reviews with stars say which product they are about.';
  return null;
}

/** The newest that praises it, and the newest that speaks of something else. */
function quotesOf({ newest }: Favourite, shown: readonly Post[], name: string): readonly Quote[] {
  const advertised = shown.reduce((last, one) => (one.at > last.at ? one : last));
  const spoken = advertised.paid ? 'advertisement' : 'post';
  return [
    { evidence: newest.id, field: 'body', where: `five stars for ${name}, ${onDay(newest.at)}` },
    { evidence: advertised.id, field: 'body', where: `${spoken}, ${onDay(advertised.at)}` },
  ];
}

interface Favourite {
  readonly line: string;
  readonly people: number;
  readonly voices: readonly string[];
  readonly newest: Thread;
}

/** The product to which most different people gave all stars; null where two are level or few gave them. */
function favouriteOf(threads: readonly Thread[], window: Window): Favourite | null {
  const byLine = new Map<string, Map<string, Thread>>();
  for (const thread of threads) {
    const { line, stars, side, at } = thread;
    if (!line || stars === null || stars < FULL_PRAISE || side === 'maker' || side === 'bot' || !within(window, at))
      continue;
    const people = byLine.get(line) ?? new Map<string, Thread>();
    byLine.set(line, people);
    people.set(askerOf(thread), thread);
  }
  const [first, second] = [...byLine].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  if (!first || first[1].size < LEAST_PEOPLE || second?.[1].size === first[1].size) return null;
  const voices = [...first[1].values()];
  const newest = voices.reduce((last, one) => (one.at > last.at ? one : last));
  return { line: first[0], people: first[1].size, voices: voices.slice(-HEARD).map(({ id }) => id), newest };
}

/** Words of its name that no other product's name has. */
function ownWords(name: string, line: string, titles: ReadonlyMap<string, string>): readonly string[] {
  const others = new Set([...titles].flatMap(([product, title]) => (product === line ? [] : wordsOf(title))));
  return wordsOf(name).filter((word) => word.length > 1 && !others.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
