/** Phrases are told sentence by sentence, and what turns them round is heard. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { HELPED, isEnglish, LEAVING, OWN_USE, PRAISE, UNREAD, wordingOf } from './phrases.ts';

const review = (text: string) => wordingOf(text, null, true);
const tracker = (text: string) => wordingOf(text, null, false);

test.each([
  'I love this app. It is always with me.',
  'Great little tool with many uses!',
  'Works perfectly on my old phone.',
  'Keep up the good work',
  'Thank you so much for the hard work.',
  'It crashed once, and it is still the best app out there.',
])('"%s" praises', (text) => {
  expect(review(text) & (PRAISE | LEAVING)).toBe(PRAISE);
});

test.each([
  'I would love this if it worked.',
  'It is not a great app.',
  'It used to be an amazing app.',
  'Could be a great tool.',
  'No longer works great.',
])('"%s" does not praise', (text) => {
  expect(review(text) & PRAISE).toBe(0);
});

test.each([
  'It kept crashing, so I uninstalled it.',
  'Had to delete it after the last update.',
  'I have cancelled my subscription.',
  'Useless now. Uninstalled.',
  'I stopped using it a month ago.',
  'Time to look for an alternative.',
])('"%s" leaves', (text) => {
  expect(review(text) & LEAVING).toBe(LEAVING);
});

test.each([
  'I uninstalled it and installed it again, and it works.',
  'I have to delete the app and re-download it every day.',
  'It cannot be uninstalled.',
  'I am thinking of deleting it.',
  'If you do not like it, do not use it, or delete it.',
])('"%s" does not leave', (text) => {
  expect(review(text) & LEAVING).toBe(0);
});

test('a tracker’s words tell of problems: nobody praises or leaves there', () => {
  expect(tracker('It works perfectly on iOS. I uninstalled it and it still crashes.') & (PRAISE | LEAVING)).toBe(0);
});

test.each([
  'Works now, thank you!',
  'Thanks a lot @mia :)',
  'That fixed it.',
  'I can confirm that it is fixed in 2.1.',
])('"%s" says that it helped', (text) => {
  expect(tracker(text)).toBe(HELPED);
});

test.each([
  'Thanks, but it still goes out.',
  'Thanks in advance for looking into it.',
  'Does that work now?',
  'It does not work for me.',
  'Thanks. I will try it tomorrow.',
])('"%s" does not say that it helped', (text) => {
  expect(tracker(text) & HELPED).toBe(0);
});

test.each([
  'I ran into this while using the lamp at home.',
  'This bit me twice.',
  'We noticed this ourselves.',
  'Dogfooding the dimmer',
])('"%s" tells of own use', (text) => {
  expect(tracker(text) & OWN_USE).toBe(OWN_USE);
});

test('other languages are said to be unread, and short words are given the benefit of the doubt', () => {
  expect(review('Esta aplicación es perfecta y me encanta usarla todos los días con mi familia')).toBe(UNREAD);
  expect(review('素晴らしいアプリです。毎日使っています。')).toBe(UNREAD);
  expect(isEnglish('Great app', null)).toBe(true);
  expect(isEnglish('Das Licht', 'en-GB')).toBe(true);
  expect(isEnglish('The light', 'de')).toBe(false);
});

test('hostile texts are read quickly', () => {
  const began = processorTime();
  for (const part of ['thanks ', 'i have have ', 'works great ', 'a, ', 'love ', "n't ", 'uninstalled it and ', '?']) {
    wordingOf(part.repeat(100_000).slice(0, 400_000), null, true);
  }
  expect(processorTime() - began).toBeLessThan(2_000);
});
