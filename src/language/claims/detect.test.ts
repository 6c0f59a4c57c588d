/** Claims are told from instructions and menus, with their class and quality. */
import { expect, test } from 'vitest';
import { classOf, isVague } from './classes.ts';
import { claimsIn } from './detect.ts';
import { ClaimReader } from './reader.ts';

const PAGE = `# Fleet

Fleet is a small command-line tool that sends horses to your door.

## Features

- Supports Linux, macOS and Windows
- Up to 2x faster than the alternatives
- Used in production by 300 teams
- Beautiful and effortless
- An answer from a person within a day
- A map of every horse: coming soon

## Installation

Run the installer and follow the steps.

See the documentation for more information.

## License

MIT, see the LICENSE file.
`;

test('claims are found, instructions and pointers are not', () => {
  const found = claimsIn(PAGE);
  expect(found.map(({ text }) => text)).toEqual([
    'Fleet is a small command-line tool that sends horses to your door.',
    'Supports Linux, macOS and Windows',
    'Up to 2x faster than the alternatives',
    'Used in production by 300 teams',
    'Beautiful and effortless',
    'An answer from a person within a day',
    'A map of every horse: coming soon',
  ]);
});

test('each has a class, and the quality that it speaks of', () => {
  expect(claimsIn(PAGE).map(({ class: kind, attribute }) => `${kind} ${attribute}`)).toEqual([
    'capability speed',
    'capability portability',
    'comparison speed',
    'social-proof reliability',
    'puffery ease',
    'service service',
    'promise function',
  ]);
});

test('what a part of the product uses is no renown', () => {
  expect(classOf('Used by the compiler for tracking files')).toBe('capability');
  expect(classOf('A class for files that are re-used by subsequent operations')).toBe('capability');
  expect(classOf('Used by 300 teams')).toBe('social-proof');
  expect(classOf('Used by the world’s largest stables')).toBe('social-proof');
});

test('praise is vague only where nothing in it can be looked for', () => {
  expect(isVague('Beautiful and effortless')).toBe(true);
  expect(isVague('A beautiful `--map` flag')).toBe(false);
  expect(isVague('The fastest: 12 ms a ride')).toBe(false);
});

test('a question states nothing, nor does what stands beside a picture or in a block of code', () => {
  const page =
    'Kettle\n======\n\nKettle heats water in seconds.\n\n.. figure:: a.svg\n   :alt: Kettle supports every stove\n\n   Kettle supports gas.\n\n.. code-block:: bash\n\n   >>> kettle supports all\n\nIs Kettle fast and reliable?\n\nKettle supports Linux and macOS.\n';
  const said = new ClaimReader().claimsOf(page, []).flatMap(({ weak, text }) => (weak ? [] : text));
  expect(said).toEqual(['Kettle heats water in seconds.', 'Kettle supports Linux and macOS.']);
});
