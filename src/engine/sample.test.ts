/** Samples are found by name, wherever the program lies. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleFolder } from './sample.ts';

test('a sample is a folder that can be read', () => {
  expect(existsSync(join(sampleFolder('gallop'), 'manifest.json'))).toBe(true);
});

test('a name that is none, or leads elsewhere, is refused with the names that are', () => {
  for (const name of ['canter', '../examples/gallop', 'evidence-format', ''])
    expect(() => sampleFolder(name)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
