/** Release notes by release. */
import { expect, test } from 'vitest';
import { chain, day, evaluate, row, tag } from './rows.cases.ts';

test('reads the changelog before the message of the tag', async () => {
  const releases = [
    tag('v1.0', 'c0', 0, { body: 'v1.0\n\n* From the tag\n- And more\n' }),
    tag('v1.1', 'c1', 1, { body: 'v1.1\n\n* Only in the tag\n\n-----BEGIN PGP SIGNATURE-----\nabc\n' }),
    tag('v1.2', 'c2', 2, { body: 'v1.2' }),
    row('release', 'notes', '1.0', day(0), {
      origin: 'changelog:x',
      version: '1.0',
      data: { lines: ['From the log'], pasted: 1 },
    }),
  ];
  const { notes } = await evaluate({ changes: chain(3), releases });
  expect([...notes.byRelease].map(([place, { lines, pasted }]) => [place, lines, pasted])).toEqual([
    [0, ['From the log'], true],
    [1, ['Only in the tag'], false],
  ]);
});

test('says why there are none', async () => {
  const { notes } = await evaluate({ changes: chain(1), releases: [tag('v1.0', 'c0', 0)] });
  expect([notes.collected, notes.because]).toEqual([
    false,
    'No changelog was found, and no tag says more than its title.',
  ]);
  expect((await evaluate({ changes: chain(1) })).notes.because).toBe(
    'No tag, no registry, no changelog and no list of launches names a release.',
  );
});

test('a platform’s release is the tag’s, and its notes speak where no changelog does', async () => {
  const published = (body: string) =>
    row('release', 'published', 'release/v1.0.0', day(6), {
      origin: 'github:acme/lamp',
      version: '1.0.0',
      body,
      data: { tag: 'v1.0.0', pre: 0, draft: 0 },
    });
  const changes = chain(10);
  const tagged = tag('v1.0.0', 'c5', 5, { body: 'v1.0.0\n\nSigned' });
  const { releases, notes } = await evaluate({ changes, releases: [tagged, published('* The switch holds (#7)')] });
  expect(releases.all.map(({ version, at, evidence }) => [version, at, evidence?.length])).toEqual([
    ['1.0.0', day(5), 2],
  ]);
  expect(notes.byRelease.get(0)?.lines).toEqual(['The switch holds (#7)']);
  const alone = await evaluate({ changes, releases: [published('Brighter')] });
  expect(alone.releases.all.map(({ version, at }) => [version, at])).toEqual([['1.0.0', day(6)]]);
});
