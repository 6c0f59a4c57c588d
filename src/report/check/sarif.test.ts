/** SARIF has the shape that the published 2.1.0 schema requires; the schema itself is no package that is kept up, so its requirements stand here. */
import { expect, test } from 'vitest';
import type { Check, CheckFinding } from '#core/check.ts';
import { sarifOf } from './sarif.ts';

const found = (more: Partial<CheckFinding>) =>
  ({
    ...{ rule: 'removed-thing', fails: true, says: 'It is gone.', step: 'Take it out.' },
    ...{ file: 'docs/a b.md', line: 3, where: 'docs/a b.md:3', quote: '--watch', claim: null, evidence: [] },
    ...more,
  }) as CheckFinding;

test('a run names its tool and rules; a result a rule of them, a level of the format, and a place with lines from 1', () => {
  const notes = [found({ rule: 'lost-backing', fails: false, line: null }), found({ file: null })];
  const { version, runs } = JSON.parse(sarifOf({ failures: [found({})], notes } as unknown as Check, '1.2.3'));
  expect(version).toBe('2.1.0');
  expect(runs).toHaveLength(1);
  const [{ tool, results, columnKind }] = runs;
  expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(columnKind);
  expect(tool.driver.name).toBe('Bifocal');
  const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // What stands on no file has no place in it.
  expect(results).toHaveLength(2);
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(ids[ruleIndex]).toBe(ruleId);
    expect(['none', 'note', 'warning', 'error']).toContain(level);
    expect(message.text).not.toBe('');
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe('docs/a%20b.md');
    if (region !== undefined) expect(region.startLine).toBeGreaterThanOrEqual(1);
  }
});
