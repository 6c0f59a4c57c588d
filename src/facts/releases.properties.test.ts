/** Properties of releases over any history: each change has one first final release or none, and it contains it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { commit, evaluate, tag } from './rows.cases.ts';
import type { History, Releases } from './values.ts';

interface World {
  readonly changes: readonly Evidence[];
  readonly releases: readonly Evidence[];
}

/** Histories of up to 25 commits with merges and skewed clocks, and up to 8 tags of up to three lines anywhere in them. */
function worlds(lines: readonly (string | null)[]): fc.Arbitrary<World> {
  const node = fc.record({
    one: fc.nat(24),
    other: fc.option(fc.nat(24)),
    day: fc.nat(20),
    folder: fc.constantFrom('a', 'b', 'core'),
  });
  const mark = fc.record({ at: fc.nat(24), day: fc.nat(30), line: fc.constantFrom(...lines), pre: fc.boolean() });
  return fc
    .tuple(fc.array(node, { minLength: 1, maxLength: 25 }), fc.array(mark, { maxLength: 8 }))
    .map(([nodes, marks]) => ({
      changes: nodes.map(({ one, other, day, folder }, index) => {
        const parents = index === 0 ? [] : [...new Set([one % index, (other ?? one) % index])];
        const paths = index === 0 ? ['a/package.json', 'b/package.json', 'core/x.ts'] : [`${folder}/x.ts`];
        return commit(`c${index}`, `c${index}`, {
          day,
          after: parents.map((parent) => `c${parent}`),
          ...(parents.length < 2 ? { paths } : {}),
        });
      }),
      releases: marks.map(({ at, day, line, pre }, index) => {
        const name = `${line === null ? 'v' : `${line}@`}${index}.0.0${pre ? '-rc.1' : ''}`;
        return tag(name, `c${at % nodes.length}`, day, { line, pre });
      }),
    }));
}

function ancestors({ commits }: History, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const stack = from < 0 ? [] : [from];
  while (stack.length > 0) {
    const next = stack.pop() as number;
    if (found.has(next)) continue;
    found.add(next);
    stack.push(...(commits[next]?.parents ?? []));
  }
  return found;
}

function checkConsistent(history: History, { all, firstFinal }: Releases): void {
  const finals = all.flatMap(({ pre, brings }, place) => (pre ? [] : brings.map((index) => [index, place] as const)));
  expect(new Set(finals.map(([index]) => index)).size).toBe(finals.length);
  expect([...firstFinal].filter((place) => place >= 0)).toHaveLength(finals.length);
  for (const [index, place] of finals) expect(firstFinal[index]).toBe(place);
  for (const release of all) {
    const reached = ancestors(history, release.commit);
    expect(release.brings.every((index) => reached.has(index))).toBe(true);
  }
  const pres = all.flatMap(({ pre, brings }) => (pre ? brings : []));
  expect(new Set(pres).size).toBe(pres.length);
}

test('with one line, a change belongs to the earliest final release that contains it', async () => {
  await fc.assert(
    fc.asyncProperty(worlds([null]), async (world) => {
      const { history, releases } = await evaluate(world);
      checkConsistent(history, releases);
      const reached = releases.all.map((release) =>
        release.pre ? new Set<number>() : ancestors(history, release.commit),
      );
      for (let index = 0; index < history.commits.length; index += 1) {
        expect(releases.firstFinal[index]).toBe(reached.findIndex((set) => set.has(index)));
      }
    }),
    { numRuns: 150 },
  );
});

/** Lines that a change of this world is part of: those of its folder, else those without one, else all. */
function linesOf({ commits, paths }: History, index: number, lines: ReadonlySet<string>): ReadonlySet<string> {
  const folder = (commits[index]?.touched ?? []).map((path) => paths[path] ?? '').find((path) => path.endsWith('.ts'));
  const own = folder?.split('/')[0] ?? '';
  if (own !== 'core' && lines.has(own) && !commits[index]?.merge) return new Set([own]);
  return lines.has('') ? new Set(['']) : lines;
}

test('with several lines, a change belongs to the earliest release of its own lines that contains it', async () => {
  await fc.assert(
    fc.asyncProperty(worlds([null, 'a', 'b']), async (world) => {
      const { history, releases } = await evaluate(world);
      checkConsistent(history, releases);
      const reached = releases.all.map((release) => ancestors(history, release.commit));
      const lines = new Set(releases.all.map(({ line }) => line));
      for (let index = 0; index < history.commits.length; index += 1) {
        const own = linesOf(history, index, lines);
        const first = (wanted: boolean) =>
          releases.all.findIndex(
            ({ pre, line }, place) => pre === wanted && own.has(line) && reached[place]?.has(index),
          );
        expect(releases.firstFinal[index]).toBe(first(false));
        const pre = releases.all.findIndex((release) => release.pre && release.brings.includes(index));
        const expected = first(true);
        expect(pre).toBe(first(false) !== -1 && first(false) < expected ? -1 : expected);
      }
    }),
    { numRuns: 150 },
  );
});
