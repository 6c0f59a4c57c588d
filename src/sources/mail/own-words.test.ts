/** Quotes, signatures and footers of many mail programs, kept apart from what somebody wrote. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { htmlWords } from './html-words.ts';
import { ownWords } from './own-words.ts';

test.each([
  ['a quote below', 'Thanks\n\nOn Mon, Ann wrote:\n> old\n> words', 'Thanks'],
  ['a quote between', '> why?\nBecause.\n> when?\nNow.', 'Because.\nNow.'],
  [
    'an attribution over two lines',
    'Yes\n\nOn Mon, 5 Jan 2026 at 10:00, Ann\n<ann@customer.example> wrote:\n\n> old',
    'Yes',
  ],
  ['German', 'Danke\n\nAm 05.01.26 um 10:00 schrieb Ann:\n> alt', 'Danke'],
  ['French', 'Merci\n\nLe lun. 5 janv. 2026, Ann a écrit :\n> vieux', 'Merci'],
  ['an original message', 'Yes\n\n-----Ursprüngliche Nachricht-----\nVon: Ann\nalt', 'Yes'],
  ['headers without a line before them', 'Yes\n\nFrom: Ann\nSent: Monday\nTo: us\nSubject: x\n\nold', 'Yes'],
  ['a signature', 'Hello\n-- \nAnn\n+1 555 0100', 'Hello'],
  ['a device', 'Hello\n\nSent from my phone', 'Hello'],
  [
    'the footer of a list',
    'Hello\n_______________________________________________\nKettle mailing list\nhttps://lists.example',
    'Hello',
  ],
  ['a sentence that only ends so', 'This is what he wrote:\nit is loud', 'This is what he wrote:\nit is loud'],
  ['a line of From', 'From: the kitchen it is heard', 'From: the kitchen it is heard'],
])('%s', (_, text, said) => {
  expect(ownWords(text).said).toBe(said);
});

test('nothing is made up, whatever the text is, and long texts take no time', () => {
  const line = fc.constantFrom('> a', 'b', '', '-- ', 'On x wrote:', 'From: y', 'Sent: z', '____________', 'On a');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      for (const one of ownWords(lines.join('\n')).said.split('\n')) expect(['', ...lines]).toContain(one);
    }),
  );
  const before = processorTime();
  ownWords('On a\nFrom: x\n'.repeat(100_000));
  expect(processorTime() - before).toBeLessThan(2_000);
});

test('HTML is read as the words that are seen, its quotes as quotes', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>Too&nbsp;loud &amp; slow</p><div>On Mon, Ann wrote:<br><blockquote>old<blockquote>older</blockquote></blockquote></div><!-- hidden --></body></html>';
  expect(ownWords(htmlWords(html)).said).toBe('Too\u00a0loud & slow'.replace('\u00a0', ' '));
  const before = processorTime();
  for (const piece of ['<style>', '<', '<!--', '<blockquote>', '&#x', '<p '])
    htmlWords(piece.repeat(Math.floor(1_000_000 / piece.length)));
  expect(processorTime() - before).toBeLessThan(3_000);
});
