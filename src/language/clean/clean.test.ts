/** Cleaning keeps what a person said and nothing else, whatever it is wrapped in, in time that grows with the text alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../sentences.ts';
import { cleaned, MOST_CHARACTERS, unitsOf } from './clean.ts';
import { learnTemplate } from './templates.ts';

test('code goes, fenced by Markdown or Jira, and prose around it stays', () => {
  expect(unitsOf('It stops here:\n```js\nconst a = 1;\n```\nand never starts again')).toEqual([
    'It stops here:',
    'and never starts again',
  ]);
  expect(unitsOf('Call {code}a();{code} twice\n{noformat}\nE/x(1)\n{noformat}\nPlease help')).toEqual([
    'Call twice',
    'Please help',
  ]);
});

test('a fence that is never closed takes the rest, one inside another does not close it', () => {
  expect(unitsOf('before\n````\ninside\n```\nstill inside\n````\nafter')).toEqual(['before', 'after']);
  expect(unitsOf('before\n```\ninside')).toEqual(['before']);
});

test.each([
  '    at org.app.Main.run(Main.java:12)',
  '  File "/srv/app.py", line 3, in run',
  '2024-05-01 12:00:01 starting',
  '08-26 16:54:37.232: E/AndroidRuntime(2664): gone',
  '[INFO] building',
  'java.lang.NullPointerException: null',
  '0   CoreFoundation   0x000000010a2b exceptionPreprocess',
  'var view = Ti.UI.createView({',
  '<View class="container">',
])('the machine’s line goes: %s', (line) => {
  expect(unitsOf(`It fails.\n${line}\nWhy is that?`)).toEqual(['It fails.', 'Why is that?']);
});

test.each([
  'I paid £20 (twice!) on 3/4 and nobody answered.',
  'At work we are 12 people; at home it is fine.',
  'from the menu: File > Save does nothing',
  'Error messages should say what to do.',
])('a person’s line stays: %s', (line) => {
  expect(unitsOf(line)).toEqual([line]);
});

test('wrapped lines are one unit; headings and items are units of their own', () => {
  expect(unitsOf('# Title\nOne thing that is\nwrapped over lines.\n- first\n  goes on\n- second\n\nLast.')).toEqual([
    'Title',
    'One thing that is wrapped over lines.',
    'first goes on',
    'second',
    'Last.',
  ]);
});

test('marks, links and pictures leave their words', () => {
  expect(
    cleaned('**Please** see [the guide](https://x.example/a(b)) ![pic](a.png) _now_, `run it` &amp; tell'),
  ).toContain('Please see the guide');
  expect(cleaned('see !shot.png|thumbnail! and snake_case_names stay, 2*3*4 too')).toBe(
    'see and snake_case_names stay, 2*3*4 too',
  );
});

test('what others said and how mail ends is left out', () => {
  const mail =
    'It works now.\n\nOn Mon, 3 May 2021, Ada wrote:\n> does it?\n> try again\n\nKind regards,\nGrace\n+44 20 1234';
  expect(unitsOf(mail)).toEqual(['It works now.']);
  expect(unitsOf('Mine.\n-----Original Message-----\nTheirs.')).toEqual(['Mine.']);
  expect(unitsOf('{quote}\ntheirs\n{quote}\nmine')).toEqual(['mine']);
});

test('the lines of a form are learned, and what people wrote into it stays', () => {
  const filled = (n: number) =>
    `### Steps to reproduce\nopen page ${n} of ${n * 7}\n<!-- be\nkind -->\n### Expected\nnumber ${n}`;
  const texts = Array.from({ length: 60 }, (_, n) => filled(n));
  const template = learnTemplate(texts);
  expect(template.lines).toEqual(expect.arrayContaining(['expected', 'steps to reproduce']));
  expect(unitsOf(filled(3), template)).toEqual(['open page 3 of 21', 'number 3']);
  expect(learnTemplate(texts.slice(0, 5)).lines).toEqual([]);
});

test('nothing, emoji and right-to-left text are answered calmly', () => {
  expect(unitsOf('')).toEqual([]);
  expect(unitsOf('🎉🎉')).toEqual(['🎉🎉']);
  expect(unitsOf('**لم تصل** بطاقتي')).toEqual(['لم تصل بطاقتي']);
});

test('any text is cleaned to parts without line breaks, and cleaning again changes no plain one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      for (const unit of unitsOf(text)) expect(unit).not.toMatch(/[\n\r]|^\s|\s$/);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const text = words.join(' ');
      expect(cleaned(text)).toBe(text);
    }),
  );
});

test.each([
  ['brackets', '['],
  ['open comments', '<!--'],
  ['tags', '<a '],
  ['stars', '* '],
  ['back ticks', '`a'],
  ['braces', '{code'],
  ['quotes', '> '],
  ['spaces', ' '],
  ['words', 'at a.b '],
  ['lines', 'On x\n'],
])('5 MB of %s take bounded time', (_, piece) => {
  const hostile = piece.repeat(Math.ceil(5_000_000 / piece.length));
  const before = process.cpuUsage().user;
  sentencesOf(unitsOf(hostile));
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
  expect(cleaned(hostile).length).toBeLessThanOrEqual(MOST_CHARACTERS);
});
