/** From texts to needs: what is alike comes together, what is alone stays alone, and bad input has a clear answer. */
import { expect, test } from 'vitest';
import { agreement } from '../agreement.ts';
import { centralOf } from './central.ts';
import { group } from './group.ts';
import { join } from './join.ts';
import { phrasesOf } from './phrases.ts';

const SUBJECTS = ['saddle', 'stirrup', 'bridle', 'stable'];
const SAID = [
  [
    'the horse arrives late and nobody says when',
    'my ride came late again',
    'late horse, when will it arrive',
    'when does the horse arrive, it is late',
  ],
  [
    'I cannot pay with my card in the shop',
    'card payment refused',
    'paying by card fails',
    'the shop refused my card payment',
  ],
  [
    'please add a dark colour for the saddle',
    'a black saddle would be nice',
    'more saddle colours please',
    'can I have a darker saddle colour',
  ],
  [
    'the invoice shows the wrong address',
    'wrong address on my invoice',
    'my invoice has an old address',
    'change the address of the invoice',
  ],
];

function story(): { texts: string[]; labels: number[] } {
  const texts: string[] = [];
  const labels: number[] = [];
  for (const [label, forms] of SAID.entries()) {
    for (const form of forms) {
      for (const subject of SUBJECTS) {
        texts.push(`${form} (${subject})`);
        labels.push(label);
      }
    }
  }
  return { texts, labels };
}

test('four needs are found without being told that they are four', () => {
  const { texts, labels } = story();
  const found = group(texts);
  expect(agreement(labels, [...found.of]).b3.precision).toBeGreaterThan(0.9);
  expect(found.needs).toBeGreaterThanOrEqual(4);
  expect(found.needs).toBeLessThanOrEqual(16);
  expect(group(texts).of).toEqual(found.of);
});

test('needs are numbered by size, lie in themes, and members lie near their middle', () => {
  const { of, near, needs, themes } = group(story().texts);
  const sizes = Array.from({ length: needs }, (_, need) => of.filter((one) => one === need).length);
  expect(sizes).toEqual([...sizes].sort((one, two) => two - one));
  expect(themes).toHaveLength(needs);
  expect(Math.max(...themes)).toBeLessThan(needs);
  for (const [at, need] of of.entries()) expect((near[at] ?? 0) > 0).toBe(need >= 0);
});

test('a name is words of the members, a statement is verbatim from one of them', () => {
  const { texts } = story();
  const found = group(texts);
  const named = phrasesOf(texts, found.of, found.needs);
  const central = centralOf(texts, found, named);
  for (const [need, phrases] of named.entries()) {
    const members = texts.filter((_, at) => found.of[at] === need);
    for (const { words } of phrases) expect(members.some((text) => text.toLowerCase().includes(words))).toBe(true);
    const said = central[need];
    if (said) expect(texts[said.text]).toContain(said.sentence);
    if (said) expect(found.of[said.text]).toBe(need);
  }
});

test('a later text joins the need it speaks of; one of something else joins none', () => {
  const { texts, labels } = story();
  const found = group(texts);
  const { of, near } = join(found, ['the horse is late, when does it arrive', 'zzz qqq', '']);
  expect(labels[found.of.indexOf(of[0] ?? -1)]).toBe(0);
  expect(near[0]).toBeGreaterThan(0);
  expect([...of.subarray(1)]).toEqual([-1, -1]);
});

test.each<[string, readonly string[], number, number]>([
  ['nothing', [], 0, 0],
  ['one text', ['the horse is late'], 0, 1],
  ['two that differ', ['the horse is late', 'invoice address'], 0, 2],
  ['all the same', Array.from({ length: 500 }, () => 'The horse is late!'), 1, 0],
  ['emoji only', Array.from({ length: 50 }, () => '🎉🎉'), 0, 50],
])('%s: a clear answer', (_, texts, needs, unsorted) => {
  const found = group(texts);
  expect(found.needs).toBe(needs);
  expect(found.of.filter((need) => need < 0)).toHaveLength(unsorted);
});

test('50,000 empty texts and one of 5 MB take bounded time', () => {
  const before = process.cpuUsage().user;
  const texts = [...Array.from({ length: 50_000 }, () => ''), 'late horse '.repeat(500_000), 'late horse today'];
  expect(group(texts).of.filter((need) => need >= 0).length).toBeLessThanOrEqual(2);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
});

test('scripts of all kinds are grouped, too', () => {
  const texts = [
    'カードが届きません',
    'カードはまだ届きません',
    'لم تصل البطاقة',
    'لم تصل البطاقة بعد',
    'карта не пришла',
    'моя карта не пришла',
  ];
  const { of } = group(texts);
  for (const [one, two] of [
    [0, 1],
    [2, 3],
    [4, 5],
  ] as const) {
    if ((of[one] ?? -1) >= 0 && (of[two] ?? -1) >= 0) expect(of[one]).toBe(of[two]);
  }
  expect(of).toHaveLength(6);
});
