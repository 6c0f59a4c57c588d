/** The list of methods by which kept readings are found is that of the code: an older one would hand out stale readings. */
import { expect, test } from 'vitest';
import { AUDITS } from '#audits/registry.ts';
import { FACTS } from '#facts/registry.ts';
import { FINDINGS } from '#findings/registry.ts';
import { METHODS } from './methods.ts';

test('it names every fact, audit and finding at its version', () => {
  const named = (kind: string, all: readonly { readonly id: string; readonly version: number }[]) =>
    all.map(({ id, version }) => `${kind} ${id} ${version}`);
  const code = [...named('fact', FACTS), ...named('audit', AUDITS), ...named('finding', FINDINGS)];
  expect(METHODS).toEqual(code.sort());
});
