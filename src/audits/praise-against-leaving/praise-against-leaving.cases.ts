/** Cases of praise-against-leaving: loved, left, both at once, and nothing said. */
import type { Phrases } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

interface Told extends VoicesTold {
  readonly phrases: Phrases;
}

function said(praise: number, leaving: number, more: Partial<Phrases> = {}): Told {
  const all = Array.from({ length: praise + leaving }, (_, person) => {
    const left = person >= praise;
    return { evidence: `p${person}`, at: on('2026-03-01'), person, praise: !left, leaving: left };
  });
  const phrases = { collected: true, because: null, all, looked: 100, unread: 0, ...more };
  return { ...voices().asks('2026-03-01', 'ann', { kind: 'review' }).facts(), phrases };
}

export const cases: readonly Case<Told>[] = [
  {
    name: 'nearly all of it is praise',
    kind: 'passing',
    facts: said(39, 1),
    expect: {
      n: 40,
      hits: 39,
      evidence: ['p39'],
      says: '39 pieces of praise, 1 of leaving, by a short list of phrases.',
    },
  },
  {
    name: 'as many leave as praise, and some was not read',
    kind: 'failing',
    facts: said(20, 20, { unread: 12 }),
    expect: {
      n: 40,
      says: '20 pieces of praise, 20 of leaving, by a short list of phrases; 12 in other languages not read.',
    },
  },
  {
    name: 'whoever praises it and leaves has left',
    kind: 'absent',
    facts: said(0, 0, { all: [{ evidence: 'p', at: on('2026-03-01'), person: 1, praise: true, leaving: true }] }),
    expect: { n: 1, hits: 0 },
  },
  {
    name: 'nothing of the kind was said in this year',
    kind: 'absent',
    facts: said(0, 0, { all: [{ evidence: 'p', at: on('2024-03-01'), person: 1, praise: true, leaving: false }] }),
    expect: { state: 'not-applicable', because: 'Nobody praised it or left in words that the list knows.' },
  },
  {
    name: 'a tracker alone tells nothing of love',
    kind: 'absent',
    facts: said(0, 0, { collected: false, because: 'Praise and leaving are told in reviews.' }),
    expect: { state: 'not-collected', because: 'Praise and leaving are told in reviews.' },
  },
];
