/** Whose token is taken, and what the platform's own helper may cost: a moment, and nothing that is no token. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helperToken, tokenOf } from './github-access.ts';

const TOKEN = 'gho_0123456789abcdef';

/** What `gh` gives when it does this. */
async function ask(script: string | null): Promise<{ readonly token: string | null; readonly took: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-gh-'));
  if (script !== null) {
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'gh'), 0o755);
  }
  const startedAt = performance.now();
  const token = await helperToken({ PATH: folder }, new AbortController().signal);
  const took = performance.now() - startedAt;
  rmSync(folder, { recursive: true });
  return { token, took };
}

test('gh is asked for its token of github.com, without a shell and without a prompt', async () => {
  const script = `[ "$*" = "auth token --hostname github.com" ] && [ "$GH_PROMPT_DISABLED" = 1 ] && echo ${TOKEN}`;
  expect((await ask(script)).token).toBe(TOKEN);
});

test('no gh, one that is not signed in, and one that says something else are no help', async () => {
  for (const script of [null, 'exit 1', `echo ${TOKEN}; exit 1`, 'echo "please log in first"', 'echo short', ':']) {
    expect([script, (await ask(script)).token]).toEqual([script, null]);
  }
});

test('a gh that hangs is not waited for', async () => {
  const { token, took } = await ask('exec /bin/sleep 20');
  expect(token).toBe(null);
  expect(took).toBeLessThan(5_000);
});

test('a token of the environment is the one that gh would take', () => {
  expect(tokenOf({ GITHUB_TOKEN: TOKEN })).toBe(TOKEN);
  expect(tokenOf({ GH_TOKEN: `${TOKEN}1`, GITHUB_TOKEN: TOKEN })).toBe(`${TOKEN}1`);
  expect(tokenOf({ GH_TOKEN: '', GITHUB_TOKEN: ` ${TOKEN}\n` })).toBe(TOKEN);
  for (const odd of ['', 'x', 'two words here', 'line\nbreak: injected'])
    expect(tokenOf({ GITHUB_TOKEN: odd })).toBe(null);
});
