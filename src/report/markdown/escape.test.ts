/** Nothing from outside becomes markup, a link, a mention or a request; and no word of it is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prose, verbatim, withCommands } from './escape.ts';

test.each([
  ['<img src=https://spy.example/a.png>', '&lt;img src=https&#8203;://spy.example/a.png>'],
  ['![beacon](https://spy.example/b)', '!\\[beacon\\](https&#8203;://spy.example/b)'],
  ['thanks @ada, see #12 and GH-7', 'thanks @&#8203;ada, see #&#8203;12 and GH-&#8203;7'],
  ['www.spy.example', 'www&#8203;.spy.example'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. first', '1\\. first'],
  ['3.2 is out', '3\\.2 is out'],
  ['a\n\n# heading', 'a # heading'],
  ['*very* `sure` | $x$ ~~no~~', '\\*very\\* \\`sure\\` \\| \\$x\\$ \\~\\~no\\~\\~'],
  ['AT&amp;T', 'AT&amp;amp;T'],
  ['Half of it: 41 % (32–52).', 'Half of it: 41 % (32–52).'],
])('%j in a sentence', (text, escaped) => {
  expect(prose(text)).toBe(escaped);
});

test.each([
  ['Closed: `bifocal mirror open`.', 'Closed: `bifocal mirror open`.'],
  [
    'Add *it* with `bifocal add https://…` - or `--issues`',
    'Add \\*it\\* with `bifocal add https://…` \\- or `--issues`',
  ],
  ['a lone ` tick, `<b>` and www.spy.example', 'a lone \\` tick, `<b>` and www&#8203;.spy.example'],
])('%j with its commands', (text, told) => {
  expect(withCommands(text)).toBe(told);
});

test.each([
  ['plain @ada #12 <b>', '`plain @ada #12 <b>`'],
  ['one ` tick', '``one ` tick``'],
  ['``` fence', '```` ``` fence ````'],
  ['ends with `', '`` ends with ` ``'],
  ['two\nlines', '`two lines`'],
])('%j as it was said', (text, span) => {
  expect(verbatim(text)).toBe(span);
});

test('a code span ends where it was begun, whatever is in it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z`@#<> ]{1,30}$/), (text) => {
      fc.pre(text.trim() !== '');
      const span = verbatim(text);
      const fence = /^`+/.exec(span)?.[0] ?? '';
      const inner = span.slice(fence.length, -fence.length);
      expect(inner.match(/`+/g) ?? []).not.toContain(fence);
      expect(inner.trim()).toBe(text.trim());
    }),
  );
});

test('in a sentence no sign is left that could begin markup, a mention or a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'@#<&*_[]()`|~$ \nabwh1:/.->!'), maxLength: 40 }), (text) => {
      const escaped = prose(text).replaceAll('&#8203;', '\u200b');
      expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]|~$]|<|\n/);
      expect(escaped).not.toMatch(/@\w|#\d|https?:|www\./);
    }),
  );
});
