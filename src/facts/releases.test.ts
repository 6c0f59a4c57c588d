/** Releases: merged from every witness, placed, and what each brings. */
import { expect, test } from 'vitest';
import { chain, commit, day, evaluate, row, shaOf, tag } from './rows.cases.ts';
import type { Releases } from './values.ts';

const brought = ({ all }: Releases) => Object.fromEntries(all.map(({ name, brings }) => [name, brings.length]));

function registry(version: string, onDay: number, origin = 'npm:thing') {
  return row('release', 'registry', version, day(onDay), {
    origin,
    title: `thing@${version}`,
    version,
    data: { pre: /-/.test(version) ? 1 : 0 },
  });
}

function heading(
  version: string | null,
  onDay: number,
  data: Record<string, number | string[]> = {},
  line: string | null = null,
) {
  const more = { origin: `changelog:${line ?? ''}`, title: `## ${version}`, version, line, data };
  return row('release', 'notes', `${line ?? ''}@${version ?? onDay}`, day(onDay), more);
}

test('gives each change to the first final release that contains it', async () => {
  const releases = [tag('v1.0.0', 'c2', 2), tag('v1.1.0-beta.1', 'c4', 4, { pre: true }), tag('v1.1.0', 'c5', 6)];
  const { releases: found } = await evaluate({ changes: chain(8), releases });
  expect(brought(found)).toEqual({ 'v1.0.0': 3, 'v1.1.0-beta.1': 2, 'v1.1.0': 3 });
  expect([...found.firstFinal]).toEqual([0, 0, 0, 2, 2, 2, -1, -1]);
  expect(found.mainLine).toBe('');
});

test('gives a release branch its own changes and leaves the rest to the next', async () => {
  const changes = [...chain(4), commit('backport', 'Fix it there too', { day: 5, after: ['c1'], land: null })];
  const releases = [tag('v1.0', 'c1', 2), tag('v1.0.1', 'backport', 5), tag('v2.0', 'c3', 6)];
  const { releases: found } = await evaluate({ changes, releases });
  expect(brought(found)).toEqual({ 'v1.0': 2, 'v1.0.1': 1, 'v2.0': 2 });
});

test('makes one release of tag, registry version and heading', async () => {
  const releases = [tag('v1.0.0', 'c2', 5), registry('1.0.0', 4), heading('1.0', 6, { lines: ['A thing'] })];
  const { releases: found, notes } = await evaluate({ changes: chain(3), releases });
  expect(found.all).toHaveLength(1);
  expect(found.all[0]).toMatchObject({ name: 'v1.0.0', at: day(4), commit: 2, placed: 'tag', pre: false });
  expect(found.all[0]?.evidence).toHaveLength(3);
  expect(notes.byRelease.get(0)?.lines).toEqual(['A thing']);
});

test('places a version without a tag by the commit that names it, else by its date', async () => {
  const changes = chain(6, (index) => (index === 3 ? { subject: 'Release 1.1.0', paths: ['package.json'] } : {}));
  const { releases: found } = await evaluate({ changes, releases: [registry('1.0.0', 1), registry('1.1.0', 4)] });
  expect(found.all.map(({ commit: at, placed }) => [at, placed])).toEqual([
    [1, 'date'],
    [3, 'subject'],
  ]);
  expect(brought(found)).toEqual({ 'thing@1.0.0': 2, 'thing@1.1.0': 2 });
});

test('does not place a patch of an older series on the default branch', async () => {
  const { releases: found } = await evaluate({
    changes: chain(6),
    releases: [registry('2.0.0', 2), registry('1.9.9', 4)],
  });
  expect(found.all.map(({ version, commit: at, brings }) => [version, at, brings.length])).toEqual([
    ['2.0.0', 2, 3],
    ['1.9.9', -1, 0],
  ]);
});

test('leaves a heading without a date to whoever dates it', async () => {
  const releases = [
    tag('v1.0', 'c1', 1),
    heading('1.0', 9, { undated: 1, lines: ['One'] }),
    heading('0.9', 9, { undated: 1 }),
  ];
  const { releases: found } = await evaluate({ changes: chain(3), releases });
  expect(found.all.map(({ version, at }) => [version, at])).toEqual([['1.0', day(1)]]);
  expect(found.undated).toEqual(['## 0.9']);
});

test('takes dated headings for releases where nothing else names any', async () => {
  const { releases: found, signs } = await evaluate({ releases: [heading(null, 3), heading(null, 40)] });
  expect(found.all.map(({ version, commit: at }) => [version, at])).toEqual([
    ['2025-01-09', -1],
    ['2025-02-15', -1],
  ]);
  expect(signs).toMatchObject({ releases: 2, waiting: null, firstAt: day(3) });
});

test('keeps an empty release and marks it by bringing nothing', async () => {
  const { releases: found } = await evaluate({
    changes: chain(3),
    releases: [tag('v1.0', 'c2', 2), tag('v1.0.1', 'c2', 3)],
  });
  expect(brought(found)).toEqual({ 'v1.0': 3, 'v1.0.1': 0 });
  expect(found.all[1]?.step).toBeNull();
});

test('says why no release is known', async () => {
  const none = (await evaluate({ changes: chain(2) })).releases;
  expect([none.collected, none.because]).toEqual([
    false,
    'No tag, no registry, no changelog and no list of launches names a release.',
  ]);
  const odd = (
    await evaluate({
      changes: chain(2),
      releases: [tag('one', 'c0', 0, { version: null }), tag('two', 'c1', 1, { version: null })],
    })
  ).releases;
  expect(odd.because).toBe('There are 2 tags, and none reads as a version: "one", "two".');
  expect([odd.collected, odd.unread, [...odd.firstFinal]]).toEqual([false, ['one', 'two'], [-1, -1]]);
  const undated = (await evaluate({ releases: [heading('1.0', 1, { undated: 1 })] })).releases;
  expect(undated.because).toBe('The changelog names 1 versions, and nothing says when they came out.');
});

const packages = (index: number) => ({
  paths:
    index === 0
      ? ['packages/a/package.json', 'packages/b/package.json', 'src/core.ts']
      : [`packages/${index % 2 === 1 ? 'a' : 'b'}/src/x.ts`],
});

test('delivers a package by its own releases in a monorepo', async () => {
  const releases = [
    tag('b@1.0.0', 'c3', 3, { line: 'b' }),
    tag('a@1.0.0', 'c4', 4, { line: 'a' }),
    tag('v1.0.0', 'c5', 5),
  ];
  const { releases: found } = await evaluate({ changes: chain(6, packages), releases });
  const names = [...found.firstFinal].map((place) => found.all[place]?.name ?? null);
  expect(names).toEqual(['v1.0.0', 'a@1.0.0', 'b@1.0.0', 'a@1.0.0', null, null]);
});

test('lets the product deliver a package whose own releases ended', async () => {
  const releases = [tag('a@1.0.0', 'c1', 1, { line: 'a' }), tag('v1.0.0', 'c4', 20), tag('v2.0.0', 'c5', 390)];
  const { releases: found } = await evaluate({ changes: chain(6, packages), releases });
  expect(found.all[found.firstFinal[3] as number]?.name).toBe('v1.0.0');
  expect(found.all[found.firstFinal[5] as number]?.name).toBe('v2.0.0');
});

test('names the line that carried most of late', async () => {
  const releases = [tag('a@1.0.0', 'c5', 6, { line: 'a' }), tag('b@1.0.0', 'c4', 7, { line: 'b' })];
  const changes = chain(6, (index) =>
    index === 0 ? packages(0) : { paths: [`packages/${index < 5 ? 'a' : 'b'}/src/x.ts`] },
  );
  expect((await evaluate({ changes, releases })).releases.mainLine).toBe('a');
});

test('files of packages under one number speak of that one release', async () => {
  const releases = [
    tag('v1.0.0', 'c1', 1),
    heading('1.0.0', 1, { lines: ['In a'] }, 'a'),
    heading('1.0.0', 1, { lines: ['In b'] }, 'b'),
  ];
  const { releases: found, notes } = await evaluate({ changes: chain(2), releases });
  expect(found.all).toHaveLength(1);
  expect(notes.byRelease.get(0)?.lines.toSorted()).toEqual(['In a', 'In b']);
});

test('gives the headings of a renamed package to the tags under its old name', async () => {
  const releases = [
    tag('make-lamp@1.0.0', 'c1', 1, { line: 'make-lamp' }),
    tag('create-lamp@2.0.0', 'c3', 90, { line: 'create-lamp' }),
    heading('1.0.0', 1, { lines: ['First'] }, 'create-lamp'),
    heading('1.5.0', 40, { lines: ['Never tagged'] }, 'create-lamp'),
  ];
  const { releases: found, notes } = await evaluate({ changes: chain(4), releases });
  expect(found.all.map(({ line, version }) => [line, version])).toEqual([
    ['make-lamp', '1.0.0'],
    ['create-lamp', '1.5.0'],
    ['create-lamp', '2.0.0'],
  ]);
  expect(notes.byRelease.get(0)?.lines).toEqual(['First']);
});

test('sets a stray tag of something else apart', async () => {
  const releases = [tag('engine-0.8.0', 'c0', 0, { line: 'engine' }), tag('v1.0.0', 'c1', 1), tag('v1.1.0', 'c2', 2)];
  const { releases: found } = await evaluate({ changes: chain(3), releases });
  expect([found.all.map(({ name }) => name), found.unread]).toEqual([['v1.0.0', 'v1.1.0'], ['engine-0.8.0']]);
});

test('keeps a line that only begins', async () => {
  const releases = [tag('v1.0.0', 'c0', 0), tag('lamp-2.0.0', 'c2', 2, { line: 'lamp' })];
  expect((await evaluate({ changes: chain(3), releases })).releases.all).toHaveLength(2);
});

test('does not take the releases of a small part for those of the product', async () => {
  const changes = chain(30, (index) => ({
    paths: index === 0 ? ['tools/a/package.json', 'book/a/src.js', 'book/a/package.json'] : ['src/core.ts'],
  }));
  const { releases: found, signs } = await evaluate({ changes, releases: [tag('a@1.0.0', 'c9', 9, { line: 'a' })] });
  expect([found.collected, found.because, found.unread]).toEqual([
    false,
    'Only parts of it (a) have releases, and they hold 3 % of what is worked on.',
    ['a@1.0.0'],
  ]);
  expect(signs).toMatchObject({ releases: null, waiting: null });
});

test('a deployment is its version’s release, that of the tag on its commit, or its day’s', async () => {
  const deployed = (id: string, at: string, onDay: number, version: string | null = null) =>
    row('release', 'deployment', id, day(onDay), {
      origin: 'deployments:x',
      version,
      title: 'main',
      data: { commit: shaOf(at) },
    });
  const releases = [
    tag('v1.0.0', 'c1', 1),
    deployed('d1', 'c1', 2),
    deployed('d2', 'c3', 4),
    deployed('d3', 'c4', 4.5),
    deployed('d4', 'c5', 6, '1.1.0'),
    deployed('d5', 'c5', 7, '1.1.0'),
  ];
  const { releases: found } = await evaluate({ changes: chain(6), releases });
  expect(found.all.map(({ name, at, commit: of, evidence }) => [name, at, of, evidence?.length])).toEqual([
    ['v1.0.0', day(1), 1, 2],
    ['main', day(4.5), 4, 2],
    ['main', day(6), 5, 2],
  ]);
});
