/** Needs that stay: ids hold while feedback grows, decisions hold whatever is found, and bytes bring back what was learned. */
import { expect, test } from 'vitest';
import { type Corrected, corrected, type NeedDecision, uncorrected } from './corrected.ts';
import { drawnFrom } from './drawn.ts';
import { groupAll, relearned } from './find.ts';
import { grown } from './grow.ts';
import { identities } from './identity.ts';
import { type Learned, packed, unpacked } from './learned.ts';
import { locate } from './locate.ts';
import type { Said } from './said.ts';

const SUBJECTS = ['saddle', 'stirrup', 'bridle', 'stable', 'carriage', 'harness'];
const FORMS = [
  ['the horse arrives late and nobody says when', 'my ride came late again', 'when does the horse arrive, it is late'],
  ['I cannot pay with my card in the shop', 'card payment refused', 'the shop refused my card payment'],
  ['please add a dark colour', 'a black colour would be nice', 'more colours please, black or dark'],
];

function story(from = 0, to = SUBJECTS.length): Said[] {
  return FORMS.flatMap((forms, need) =>
    forms.flatMap((form, way) =>
      SUBJECTS.slice(from, to).map((subject, at) =>
        said(`${need}${way}${from + at}`, `${form} (${subject})`, from + at),
      ),
    ),
  );
}

function said(id: string, body: string, at = 0): Said {
  return { id: `e${id}`, origin: 'csv:a', at, title: null, body };
}

function needOf(learned: Learned, id: string): string | undefined {
  return learned.needs[learned.of[learned.ids.indexOf(id)] ?? -1]?.id;
}

test('what comes later joins, and nobody who was there moves', () => {
  const before = groupAll(story(0, 4), new Map());
  const after = grown(before, story());
  expect(after.ids).toHaveLength(54);
  for (const id of before.ids) expect(needOf(after, id)).toBe(needOf(before, id));
  const late = after.ids.filter((id) => !before.ids.includes(id) && needOf(after, id) !== undefined);
  expect(late.length).toBeGreaterThan(9);
  expect(needOf(after, 'e005')).toBe(needOf(before, 'e000'));
});

test('without anything new it is the very same, and what is gone leaves', () => {
  const before = groupAll(story(), new Map());
  expect(grown(before, story())).toBe(before);
  const fewer = grown(before, story().slice(1));
  expect(fewer.ids).toHaveLength(53);
  expect(needOf(fewer, 'e000')).toBeUndefined();
});

test('an altered text is placed again', () => {
  const before = groupAll(story(), new Map());
  const altered = story().map((one) => (one.id === 'e000' ? { ...one, body: 'card payment refused (saddle)' } : one));
  expect(needOf(grown(before, altered), 'e000')).toBe(needOf(before, 'e110'));
});

test('new ones that fit nowhere become a need together', () => {
  const before = groupAll(story(), new Map());
  const broken = ['invoice', 'receipt', 'bill', 'statement', 'voucher'].map((what, at) =>
    said(`n${at}`, `wrong address printed on my ${what}, tax number missing`, 9),
  );
  const after = grown(before, [...story(), ...broken]);
  const needs = new Set(broken.map(({ id }) => needOf(after, id)));
  expect(needs.size).toBe(1);
  expect([...needs][0]).toBeDefined();
  expect(before.needs.map(({ id }) => id)).not.toContain([...needs][0]);
});

test('bytes bring back what places texts alike; bytes of something else bring nothing', () => {
  const before = groupAll(story(0, 4), new Map());
  const back = unpacked(packed(before)) as Learned;
  expect(back.needs).toEqual(before.needs);
  expect(grown(back, story()).of).toEqual(grown(before, story()).of);
  expect(unpacked(new Uint8Array([1, 2, 3]))).toBeNull();
});

test('where what was learned is gone, members stay and others are placed', () => {
  const before = groupAll(story(0, 5), new Map());
  const of = new Map(
    before.ids.flatMap((id) => (needOf(before, id) ? [[id, needOf(before, id) as string] as const] : [])),
  );
  const after = grown(relearned(story(), of, before.needs, new Set()), story());
  for (const [id, need] of of) expect(needOf(after, id)).toBe(need);
});

test.each<[string, readonly string[], number]>([
  ['the same, said often', Array.from({ length: 300 }, () => 'late horse'), 1],
  ['nothing, said often', Array.from({ length: 5_000 }, () => ''), 0],
  ['signs alone', Array.from({ length: 60 }, () => '🎉🎉'), 0],
  ['one text', ['late horse'], 0],
])('%s: a clear answer, and the same again', (_, texts, needs) => {
  const all = texts.map((text, at) => said(`x${at}`, text, at));
  const found = groupAll(all, new Map());
  expect(found.needs).toHaveLength(needs);
  for (const { name } of found.needs) expect(name).toBe('late horse');
  expect(grown(found, all)).toBe(found);
});

test('of too many some are drawn, the same in any order, and the others join them', () => {
  const all = story();
  const found = groupAll(all, new Map(), null, 40);
  expect(new Set(found.ids)).toEqual(new Set(all.map(({ id }) => id)));
  expect([found.ids.length, found.grouped, found.settled]).toEqual([54, 54, 54]);
  const { drawn, others } = drawnFrom(all, 40);
  expect(drawn).toHaveLength(40);
  expect(found.ids).toEqual([...drawn, ...others].map(({ id }) => id));
  expect(new Set(drawnFrom(all.toReversed(), 40).drawn)).toEqual(new Set(drawn));
  // What is drawn falls as if there were nothing else.
  const alone = groupAll(drawn, new Map());
  expect(found.of.slice(0, 40)).toEqual(alone.of);
  expect([...found.of.slice(40)].filter((need) => need >= 0).length).toBeGreaterThan(4);
  for (const { id } of others) {
    const like = drawn.filter((one) => one.id[1] === id[1] && needOf(found, one.id) !== undefined);
    if (needOf(found, id) !== undefined) expect(like.map((one) => needOf(found, one.id))).toContain(needOf(found, id));
  }
  for (const { id, bornAt } of found.needs) {
    expect(bornAt).toBe(Math.min(...all.filter((one) => needOf(found, one.id) === id).map(({ at }) => at)));
  }
  expect(grown(found, all)).toBe(found);
});

test('a group that hardly anybody names alike is dissolved', () => {
  const odd = ['red', 'cold', 'tall', 'odd'].map((what, at) =>
    said(`o${at}`, `${what} weather yesterday near mill ${at}`, 5),
  );
  const { needs } = groupAll([...story(), ...odd], new Map());
  expect(needs.map(({ name }) => name).join(' ')).toMatch(/late|horse|ride/);
  for (const { name } of needs) expect(name).not.toBe('');
});

test('a group keeps the id of the need that it shares most with; a new one is named by its earliest member', () => {
  const before = new Map([...'abcde'].map((id) => [id, 'old'] as const));
  const [one, two, three] = identities(
    [
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g'],
      ['x', 'y'],
    ],
    before,
  );
  expect(one).toBe('old');
  expect(two).not.toBe('old');
  expect(identities([['x', 'z']], new Map())).toEqual([three]);
});

const NEED = (id: string) => ({ id, theme: id, name: id, statement: null, bornAt: 0 });
const MEANT = (id: string, ...anchors: string[]) => ({ id, anchors });
const BASE = new Map([...'abcdef'].map((id) => [id, 'abcd'.includes(id) ? 'n1' : 'n2']));
const KNOWN = new Set('abcdefg');

function decide(decisions: readonly NeedDecision[]): Corrected {
  return corrected([NEED('n1'), NEED('n2')], BASE, KNOWN, decisions);
}

test('moves, splits, merges and names hold, the later over the earlier', () => {
  const decisions: NeedDecision[] = [
    { verb: 'rename', need: MEANT('n1'), name: 'On time' },
    { verb: 'split', need: MEANT('n1'), to: 's', name: 'When', evidence: ['a', 'b'] },
    { verb: 'move', to: MEANT('n2'), was: 'n1', evidence: 'c' },
    { verb: 'move', to: MEANT('n2'), was: null, evidence: 'g' },
    { verb: 'move', to: null, was: 'n1', evidence: 'd' },
    { verb: 'merge', need: MEANT('s'), from: MEANT('n2'), evidence: ['e', 'f', 'c', 'g'] },
  ];
  const { of, needs, sure } = decide(decisions);
  expect(Object.fromEntries(of)).toEqual({ a: 's', b: 's', c: 's', e: 's', f: 's', g: 's' });
  expect([...needs.keys()]).toEqual(['n1', 's']);
  expect(needs.get('n1')?.name).toBe('On time');
  expect([...sure].sort()).toEqual(['a', 'b', 'c', 'd', 'g']);
  expect(uncorrected(of, decisions)).toEqual(new Map([...BASE].filter(([id]) => id !== 'd').concat([['d', 'n1']])));
});

test('a need that is gone is meant by the members it had; one that nobody knows decides nothing', () => {
  const gone: NeedDecision = { verb: 'rename', need: MEANT('gone', 'e', 'f', 'z'), name: 'Late' };
  expect(decide([gone]).needs.get('n2')?.name).toBe('Late');
  expect(decide([{ ...gone, need: MEANT('gone', 'z') }]).needs.get('n2')?.name).toBe('n2');
  expect(decide([{ verb: 'move', to: MEANT('n2'), was: null, evidence: 'nobody' }]).of).toEqual(BASE);
});

test('a sentence is found where marks and line ends were taken out, word for word or not at all', () => {
  const text = 'Hello. **The horse**\n came _late_ again. Bye';
  const found = locate(text, 'The horse came late again.');
  expect(found && text.slice(found.from, found.to)).toBe('The horse**\n came _late_ again.');
  expect(locate(text, 'The horse was late.')).toBeNull();
  expect(locate('a (b', '(b')).toEqual({ from: 2, to: 4 });
});
