/** Pages taken apart: hidden words, broken markup, and pages that are made to cost time. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { parsePage } from './page.parse.ts';

test('hidden words, comments and scripts are nobody’s statement', () => {
  const page = parsePage(
    '<p>Seen.</p><!-- <p>Not.</p> --><p hidden>Not.</p><div aria-hidden="true"><p>Not.</p></div><script>"<p>Not.</p>"</script><p class="hidden md:block">Wide.</p><p>a&#x200b;b &amp; c&lt;d</p>',
  );
  expect(page.text).toBe('Seen.\n\nWide.\n\nab & c<d');
  expect(page.hidden).toBe(8);
});

test('markup that is not closed, or closed twice, loses no words', () => {
  expect(parsePage('<ul><li>One<li>Two</ul></div><p>Three <b>and</p> 4 < 5 <p x="').text).toBe(
    '- One\n- Two\n\nThree and\n\n4 < 5 <p x="',
  );
});

test('class names that mislead do not empty a page', () => {
  const words = Array.from({ length: 40 }, (_, at) => `<p>Sentence number ${at} of a newsletter.</p>`).join('');
  expect(parsePage(`<div class="newsletter">${words}</div>`).text).toContain('Sentence number 39');
});

test('a page that is made to cost time costs little', () => {
  const many = 400_000;
  for (const piece of ['<', '<a ', '<!', '<a b="', '<i>', '</x>', '<i></x>', '&#', '<!--', '<p x=\'"', '<title>']) {
    const before = processorTime();
    parsePage(piece.repeat(many));
    expect([piece, processorTime() - before < 3_000]).toEqual([piece, true]);
  }
});
