/** How far a release goes. */
import { expect, test } from 'vitest';
import { type CommitDetails, chain, evaluate, tag } from '../rows.cases.ts';

const files = (from: number, count: number) => Array.from({ length: count }, (_, index) => `src/f${from + index}.ts`);

/** Forty files, then one change and one tag for each release given. */
async function stepsOf(
  releases: readonly { readonly name: string; readonly touches: number; readonly subject?: string }[],
) {
  const changes = chain(releases.length + 1, (index): CommitDetails & { subject?: string } => {
    const release = releases[index - 1];
    return release
      ? { paths: files(0, release.touches), subject: release.subject ?? 'Refactor it' }
      : { paths: files(0, 40) };
  });
  const tags = releases.map(({ name }, index) => tag(name, `c${index + 1}`, index + 1));
  const { releases: found } = await evaluate({ changes, releases: [tag('v0.9.0', 'c0', 0), ...tags] });
  return found.all.slice(1).map(({ step }) => step);
}

test('believes version numbers that nothing contradicts', async () => {
  const steps = await stepsOf([
    { name: 'v1.0.0', touches: 20 },
    { name: 'v1.1.0', touches: 5 },
    { name: 'v1.1.1', touches: 1 },
  ]);
  expect(steps).toEqual(['overhaul', 'iteration', 'tinker']);
});

test('calls no handful of files an overhaul, whatever its number', async () => {
  expect(await stepsOf([{ name: 'v2.0.0', touches: 3 }])).toEqual(['iteration']);
});

test('judges by files where patches touch as much as the rest', async () => {
  const steps = await stepsOf([
    { name: 'v1.0.0', touches: 12 },
    { name: 'v1.0.1', touches: 12 },
    { name: 'v1.0.2', touches: 12 },
    { name: 'v1.1.0', touches: 1 },
    { name: 'v1.2.0', touches: 1 },
    { name: 'v1.2.1', touches: 12 },
  ]);
  expect(steps).toEqual(['overhaul', 'overhaul', 'overhaul', 'tinker', 'tinker', 'overhaul']);
});

test('judges years and days by files and by what is new', async () => {
  const steps = await stepsOf([
    { name: 'v2025.1', touches: 1 },
    { name: 'v2025.2', touches: 1, subject: 'Add a flag' },
    { name: 'v2025.3', touches: 4 },
    { name: 'v2026.1', touches: 12 },
  ]);
  expect(steps).toEqual(['tinker', 'iteration', 'iteration', 'overhaul']);
});
