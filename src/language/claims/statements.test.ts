/** Sentences of a page keep their place, and what is code, menu or mark is no sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementsOf } from './statements.ts';

const PAGE = `# fleet

<!-- hidden: never shown -->
Sends *horses* to your [door](https://fleet.example/door) in a
minute. fleet works on Linux, e.g. Debian. It is \`quick\`.

\`\`\`sh
fleet send --now
\`\`\`

- **Free** for [everyone][all]
- [Docs](docs.md)

| Plan | Says |
| --- | --- |
| one | Ten horses a day |

[all]: https://fleet.example
`;

test('sentences are plain words, and their offsets lead back to the source', () => {
  const said = statementsOf(PAGE);
  expect(said.map(({ text }) => text)).toEqual([
    'fleet',
    'Sends horses to your door in a minute.',
    'fleet works on Linux, e.g. Debian.',
    'It is `quick`.',
    'Free for everyone',
    'Docs',
    'Plan',
    'Says',
    'one',
    'Ten horses a day',
  ]);
  expect(said.map(({ start, end }) => PAGE.slice(start, end))[1]).toBe(
    'Sends *horses* to your [door](https://fleet.example/door) in a\nminute.',
  );
  expect(said.find(({ text }) => text === 'Docs')).toMatchObject({ linked: true, place: 'item', under: ['fleet'] });
});

test('of HTML only what a reader sees is read', () => {
  const page = `<!doctype html><html><head><title>x</title><script>let best = 'Best ever.';</script></head><body>
<nav>Home Prices</nav><h1>Fleet</h1><p>Horses &amp; carts, <b>at once</b>.</p><style>p{}</style><footer>Ours</footer></body></html>`;
  const said = statementsOf(page);
  expect(said.map(({ text }) => text)).toEqual(['Fleet', 'Horses & carts, at once.']);
  expect(said[1]?.under).toEqual(['Fleet']);
});

test('whatever the page, offsets stay inside it and in order', () => {
  const piece = fc.constantFrom(
    '# A b',
    'Word one. two',
    '```',
    '<!--',
    '-->',
    '[a](b',
    '| a | b |',
    '<p>x',
    '&amp;',
    '\\',
    '\n',
    '- it `is',
    '---',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ maxLength: 60 }), (pieces, odd) => {
      const page = `${pieces.join('\n')}${odd}`;
      for (const { start, end, text } of statementsOf(page)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(page.length);
        expect(end).toBeGreaterThan(start);
        expect(text).not.toBe('');
      }
    }),
    { numRuns: 200 },
  );
});

test('Markdown that shows HTML in a block of code stays Markdown', () => {
  const page = '# Tool\n\nA client.\n\n```\n<!doctype html>\n<html>\n```\n\n* Fast\n* Small\n';
  expect(statementsOf(page).map(({ text }) => text)).toEqual(['Tool', 'A client.', 'Fast', 'Small']);
});

test('a heading underlined with waves opens no block of code', () => {
  const page = 'Tool\n====\n\nServers\n~~~~~~~\n\nRuns on two servers.\n\n~~~~\ncode\n~~~~\n';
  expect(statementsOf(page).map(({ text, under }) => [text, under])).toEqual([
    ['Tool', []],
    ['Servers', ['Tool']],
    ['Runs on two servers.', ['Tool', 'Servers']],
  ]);
});

test('a page made to be slow is read in seconds', { timeout: 120_000 }, () => {
  const from = process.cpuUsage();
  for (const nasty of [
    '['.repeat(200_000),
    '<'.repeat(200_000),
    '`'.repeat(200_000),
    '|'.repeat(200_000),
    '*a'.repeat(100_000),
    '<a '.repeat(60_000),
  ])
    statementsOf(nasty);
  // Processor time: the clock tells how busy the machine is.
  expect(process.cpuUsage(from).user / 1_000).toBeLessThan(10_000);
});
