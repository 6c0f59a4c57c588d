/** What asks in a review, and what only tells: praise, complaints, wishes for the past, lost faces. */
import { expect, test } from 'vitest';
import { ASKS, wordingOf } from './phrases.ts';

function asks(text: string, lang = 'en'): boolean {
  return (wordingOf(text, lang, true) & ASKS) !== 0;
}

test.each([
  'Where did the small bottle go?',
  'Lovely drink. Please bring back the small bottle.',
  'I wish there were a bigger one',
  'It would be nice to see the fare before I get on',
  'Great horses but you should add a map',
  'Fix it!',
  'I would like to see the fare first.',
  'Five stars if you tell me when it comes',
  'Can you make it a bit less sweet',
])('"%s" asks', (text) => {
  expect(asks(text)).toBe(true);
});

test.each([
  'Works as it says',
  'Too sweet. Three stars.',
  'I would recommend it to anybody',
  'I wish I had known sooner, love it',
  'No way I will ride again',
  'Awesome ??',
  'I hope so too',
  'Crashes all the time',
])('"%s" only tells', (text) => {
  expect(asks(text)).toBe(false);
});

test('in a language that the list does not know nothing is told, and a tracker is not looked at', () => {
  expect(asks('Que demander de plus ?', 'fr')).toBe(false);
  expect(wordingOf('Please add a map', 'en', false) & ASKS).toBe(0);
});
