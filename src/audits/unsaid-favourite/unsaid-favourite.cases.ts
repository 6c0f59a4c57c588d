/** Cases of unsaid-favourite: loved and unsaid, loved and said, loved by few, and what cannot be told. */
import type { Catalogue, Posts } from '#facts/shelf-values.ts';
import type { Thread, Threads } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';

interface Facts {
  readonly threads: Threads;
  readonly catalogue: Catalogue;
  readonly posts: Posts;
}

const TITLES = new Map([
  ['small', 'Small Bun'],
  ['big', 'Big Bun'],
]);

function facts(stars: Readonly<Record<string, number>>, texts: readonly string[], titles = TITLES): Facts {
  const all = Object.entries(stars).flatMap(([line, people]) =>
    Array.from({ length: people }, (_, index): Thread => review(line, `${line}${index}`, index)),
  );
  const threads: Threads = {
    ...{ collected: true, because: null, all, until: on('2026-06-30'), linked: false, makers: 'told' },
    ...{
      isMaker: new Uint8Array(0),
      commitBy: new Int32Array(0),
      commitNames: new Map(),
      commitPull: new Map(),
      pulls: [],
    },
  };
  const catalogue: Catalogue = {
    ...{ collected: true, because: null, alone: true, seen: 'looks', looks: [], changes: [], titles },
    ...{ firstAt: null, lastAt: null, stood: null, stoodBecause: null, nouns: { making: 'it', telling: 'it' } },
  };
  const posts = texts.map((text, index) => {
    const words = new Set(text.toLowerCase().split(' '));
    const spend = text.startsWith('free:') ? null : 1;
    return { id: `ad${index}`, at: on('2026-03-01'), paid: true, spend, channel: null, sentences: [], words };
  });
  return { threads, catalogue, posts: { collected: texts.length > 0, all: posts } };
}

function review(line: string, id: string, asker: number): Thread {
  return {
    ...{ id, kind: 'review', at: on('2026-02-01'), asker, side: 'outsider', read: true, until: on('2026-06-30') },
    ...{
      replies: [],
      closed: null,
      links: [],
      shipped: null,
      told: null,
      helped: null,
      stars: 5,
      line,
      asks: true,
      wording: 0,
    },
  };
}

const NEW = Array.from({ length: 12 }, () => 'all new');

export const cases: readonly Case<Facts>[] = [
  {
    name: 'loved by most and named nowhere',
    kind: 'failing',
    facts: facts({ small: 9, big: 4 }, NEW),
    expect: {
      ...{ n: 12, hits: 12, value: 1, evidence: ['small4', 'small5', 'small6', 'small7', 'small8', 'ad0', 'ad1'] },
      says: '9 people gave Small Bun five stars, more than anything else; none of 12 advertisements and posts names it.',
    },
  },
  {
    name: 'named in two of twelve',
    kind: 'passing',
    facts: facts({ small: 9, big: 4 }, [...NEW.slice(2), 'the small one', 'small is enough']),
    expect: {
      ...{ n: 12, hits: 10 },
      says: '9 people gave Small Bun five stars, more than anything else; 2 of 12 advertisements and posts name it.',
    },
  },
  {
    name: 'where ten tell what they cost, a post that cost nothing does not count as said',
    kind: 'failing',
    facts: facts({ small: 9, big: 4 }, [...NEW, 'free: the small one', 'free: small is enough']),
    expect: {
      ...{ n: 12, hits: 12 },
      says: '9 people gave Small Bun five stars, more than anything else; none of 12 paid advertisements names it.',
    },
  },
  {
    name: 'two are level',
    kind: 'absent',
    facts: facts({ small: 9, big: 9 }, NEW),
    expect: { state: 'not-applicable' },
  },
  { name: 'four people are few', kind: 'absent', facts: facts({ small: 4 }, NEW), expect: { state: 'not-applicable' } },
  {
    name: 'a name without a word of its own',
    kind: 'absent',
    facts: facts(
      { small: 9 },
      NEW,
      new Map([
        ['small', 'Bun'],
        ['big', 'Big Bun'],
      ]),
    ),
    expect: { state: 'not-applicable', because: 'The name of Bun has no word that is its alone.' },
  },
  {
    name: 'reviews that do not say of what',
    kind: 'absent',
    facts: facts({}, NEW),
    expect: { state: 'not-collected', because: 'No reviews with stars say which product they are about.' },
  },
  { name: 'nothing is advertised', kind: 'absent', facts: facts({ small: 9 }, []), expect: { state: 'not-collected' } },
  { name: 'nine advertisements are few', kind: 'absent', facts: facts({ small: 9 }, NEW.slice(3)), expect: { n: 9 } },
];
