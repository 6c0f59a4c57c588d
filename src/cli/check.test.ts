/** The check of a pull request, on real repositories: what fails, what is only noted, and what each output says of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Check } from '#core/check.ts';
import { annotationsOf } from '#report/check/annotations.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { run } from './main.ts';

const PACKAGE = JSON.stringify({ name: 'kettle', bin: 'cli.js' });
const README = '# Kettle\n\nIt heats water.\n\n```sh\nkettle --watch --json\n```\n';
const GALLOP = resolve(import.meta.dirname, '../../examples/gallop');
const ODD = 'docs/a,b:c%.md';

let home: string;
const worlds: GitWorld[] = [];
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'bifocal-check-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  for (const world of worlds) world.remove();
});

async function bifocal(cwd: string, ...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home }, 100, cwd);
  const status = await run(words, terminal);
  return { status, printed: terminal.out(), warned: terminal.err() };
}

function kettle(readme: string, more: Readonly<Record<string, string>> = {}): GitWorld {
  const world = new GitWorld({ name: `kettle-${worlds.length}` });
  worlds.push(world);
  world.commit(`begin ${worlds.length}`, {
    files: {
      'package.json': PACKAGE,
      'cli.js': "option('--watch');\noption('--json');\n",
      'README.md': readme,
      ...more,
    },
  });
  world.commit('Say more', { files: { 'notes.txt': 'more\n' } });
  return world;
}

/** The README still offers `--watch` on its sixth line. */
function stale(more: Readonly<Record<string, string>> = {}): string {
  const world = kettle(README, more);
  world.commit('Drop the old mode', { files: { 'cli.js': "option('--json');\n" } });
  return world.save().folder;
}

test('a flag that the README offers and a commit removed fails, at its file and line', async () => {
  const folder = stale();
  const { status, printed } = await bifocal(folder, 'check');
  expect(status).toBe(3);
  expect(printed.split('\n')[0]).toMatch(/^ Fails: README\.md:6: The flag --watch is offered here; [0-9a-f]{7} \(/);
  expect(printed).toContain('“kettle --watch --json”');
  const told = JSON.parse((await bifocal(folder, 'check', '--json')).printed) as Check;
  expect(told).toMatchObject({ schema: 'bifocal.check/1', passes: false });
  expect(told.failures).toHaveLength(1);
  expect(told.failures[0]).toMatchObject({ rule: 'removed-thing', fails: true, file: 'README.md', line: 6 });
});

test('what a file beside the README proves wrong is a note with both quotes, and fails nothing', async () => {
  const manifest = (node: string) => `{\n  "name": "kettle",\n  "engines": {\n    "node": "${node}"\n  }\n}\n`;
  const readme =
    '# Kettle\n\nKettle heats water for everybody and needs Node 8+.\n\n## License\n\nLicensed under the MIT license.\n';
  const gpl = 'GNU GENERAL PUBLIC LICENSE\nVersion 3\n';
  const world = kettle(readme, { 'package.json': manifest('>=8'), LICENSE: gpl });
  world.commit('Drop Node 8', { files: { 'package.json': manifest('>=12') } });
  const { status, printed } = await bifocal(world.save().folder, 'check', '--json');
  expect(status).toBe(0);
  const notes = (JSON.parse(printed) as Check).notes.filter(({ rule }) => rule === 'lost-backing');
  expect(notes.map(({ line, says }) => [line, says])).toEqual([
    [3, expect.stringMatching(/package\.json since [0-9a-f]{7} .*“"node": ">=12"”/)],
    [7, expect.stringMatching(/LICENSE .*“GNU GENERAL PUBLIC LICENSE”/)],
  ]);
});

test('somebody else’s product with a README alone is read as any other', async () => {
  const { folder } = kettle(README).save();
  expect((await bifocal(folder, 'claims', '--of', folder, '--theirs')).status).toBe(0);
  const { status, warned } = await bifocal(folder, 'reflect', folder);
  expect(status, warned).toBe(0);
});

test('what is offered on purpose is allowed by its name, and by no other', async () => {
  const folder = stale();
  expect(await bifocal(folder, 'check', '--allow', '--json, --watch')).toMatchObject({ status: 2 });
  expect(await bifocal(folder, 'check', '--allow=--old,--watch')).toMatchObject({ status: 0 });
  expect(await bifocal(folder, 'check', '--allow=--wat')).toMatchObject({ status: 3 });
});

test('a repository whose documents offer only what is there passes', async () => {
  const { status, printed } = await bifocal(kettle(README).save().folder, 'check');
  expect(status).toBe(0);
  expect(printed).toMatch(/^ Passes: nothing that the documents offer by name is known to be gone/);
});

test('a figure that nothing bears out is noted and fails nothing', async () => {
  const world = kettle('# Kettle\n\nIt heats water.\n\nKettle boils 40 litres in 9 seconds.\n');
  const { status, printed } = await bifocal(world.save().folder, 'check', '--json');
  expect(status).toBe(0);
  const { failures, notes } = JSON.parse(printed) as Check;
  expect(failures).toEqual([]);
  expect(notes).toMatchObject([{ rule: 'figure-without-source', fails: false, file: 'README.md', line: 5 }]);
});

test('a dispute sets a removal aside, and taking it back fails again', async () => {
  const claim = 'Kettle watches files and boils again when run as `kettle --watch`.';
  const world = kettle(`# Kettle\n\n${claim}\n`);
  world.commit('Drop the old mode', { files: { 'cli.js': "option('--json');\n" } });
  const { folder } = world.save();
  expect(await bifocal(folder, 'check')).toMatchObject({ status: 3 });
  const all = JSON.parse((await bifocal(folder, 'claims', '--json')).printed) as { id: string; mechanical: boolean }[];
  const id = all.find(({ mechanical }) => mechanical)?.id ?? 'none';
  await bifocal(folder, 'claims', id, '--dispute');
  expect(await bifocal(folder, 'check')).toMatchObject({ status: 0 });
  await bifocal(folder, 'claims', id, '--undo');
  expect(await bifocal(folder, 'check')).toMatchObject({ status: 3 });
});

test('a conflict is a note until a person confirms it; then it fails, at its line', async () => {
  const world = kettle('# Kettle\n\nIt heats water.\n\nKettle supports whistling melodies on demand.\n');
  world.commit('feat: whistling melodies', { files: { 'whistle.js': '1\n' } });
  world.commit('Remove whistling melodies', { files: { 'whistle.js': null } });
  const { folder } = world.save();
  const before = await bifocal(folder, 'check', '--json');
  expect(before.status).toBe(0);
  const [note] = (JSON.parse(before.printed) as Check).notes;
  expect(note).toMatchObject({ rule: 'lost-backing', file: 'README.md', line: 5 });
  expect(note?.says).toContain('Remove whistling melodies');
  await bifocal(folder, 'claims', note?.claim ?? '', '--confirm');
  const after = await bifocal(folder, 'check', '--json');
  expect(after.status).toBe(3);
  expect((JSON.parse(after.printed) as Check).failures).toMatchObject([
    { rule: 'contradicted-claim', file: 'README.md', line: 5 },
  ]);
});

test('a claim is noted as without backing by the change that brings it, and no longer after the next', async () => {
  const world = kettle('# Kettle\n\nKettle runs on Linux and macOS.\n');
  const brought = '# Kettle\n\nKettle runs on Linux and macOS.\n\nKettle supports brewing of rare oolong leaves.\n';
  world.commit('Say more of it', { files: { 'README.md': brought } });
  const { folder } = world.save();
  const { notes } = JSON.parse((await bifocal(folder, 'check', '--json')).printed) as Check;
  expect(notes).toMatchObject([{ rule: 'claim-without-backing', file: 'README.md', line: 5 }]);
  world.commit('Say where', { files: { 'README.md': `${brought}\n## Licence\n\nMIT\n` } });
  world.save();
  expect(JSON.parse((await bifocal(folder, 'check', '--json')).printed)).toMatchObject({ notes: [] });
});

test('annotations mark the line, and a name of a file can begin no command', async () => {
  const offers = '# More\n\nRun `kettle --watch` and wait.\n';
  const { status, printed } = await bifocal(stale({ [ODD]: offers }), 'check', '--annotations');
  expect(status).toBe(3);
  const lines = printed.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^::error file=README\.md,line=6,title=removed-thing::The flag --watch is offered here; /);
  expect(lines[1]).toMatch(/^::error file=docs\/a%2Cb%3Ac%25\.md,line=3,title=removed-thing::/);
  expect(lines.filter((line) => !/^::(error|warning|notice) /.test(line))).toEqual([]);
  const found = { rule: 'removed-thing', fails: true, quote: null, where: null, claim: null, evidence: [] } as const;
  const odd = { ...found, file: 'a\n::error::x', line: 1, says: 'One\r\n::set-output name=a::b', step: '100 %' };
  const check = { ...{ product: 'x', passes: false, why: 'w', notes: [], gates: [], missing: [] }, failures: [odd] };
  expect(annotationsOf({ schema: 'bifocal.check/1', ...check })).toBe(
    '::error file=a%0A%3A%3Aerror%3A%3Ax,line=1,title=removed-thing::One%0D%0A::set-output name=a::b 100 %25\n' +
      '::notice title=Bifocal::w\n',
  );
});

test('SARIF names rule, file and line, and one run takes both outputs', async () => {
  const folder = stale({ [ODD]: '# More\n\nRun `kettle --watch` and wait.\n' });
  const file = join(home, 'check.sarif');
  expect(await bifocal(folder, 'check', '--sarif', file)).toMatchObject({ status: 3 });
  const { version, runs } = JSON.parse(readFileSync(file, 'utf8'));
  expect(version).toBe('2.1.0');
  const [{ results, tool }] = runs;
  expect(results.map(({ level }: { level: string }) => level)).toEqual(['error', 'error']);
  const [first, second] = results;
  expect(tool.driver.rules[first.ruleIndex].id).toBe(first.ruleId);
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'README.md', uriBaseId: '%SRCROOT%' },
    region: { startLine: 6 },
  });
  expect(second.locations[0].physicalLocation.artifactLocation.uri).toBe('docs/a%2Cb%3Ac%25.md');
});

test('what cannot be read ends with 1, and wrong use with 2', async () => {
  expect(await bifocal(home, 'check', 'nothing-here')).toMatchObject({ status: 1 });
  expect(await bifocal(home, 'check', '--json', '--annotations')).toMatchObject({ status: 2 });
  expect(await bifocal(home, 'check', 'a', 'b')).toMatchObject({ status: 2 });
});

test('bars hold against the whole reading of the target; a file that is none is refused', async () => {
  const folder = kettle(README).save().folder;
  const before = join(home, 'before.json');
  writeFileSync(before, (await bifocal(folder, 'reflect', '--json', '--no-issues')).printed);
  const { status, printed } = await bifocal(
    folder,
    'check',
    '--min',
    'product=40,customer=40',
    '--baseline',
    before,
    '--json',
  );
  expect(status).toBe(0);
  const { gates } = JSON.parse(printed) as Check;
  // A repository of two commits has no lens: that is neither below a bar nor above it.
  expect(gates.map(({ rule, lens, verdict }) => `${rule} ${lens} ${verdict}`)).toEqual([
    'min product cannot be told',
    'min customer cannot be told',
    'baseline product cannot be told',
    'baseline customer cannot be told',
  ]);
  writeFileSync(before, '{"schema":"other"}');
  expect(await bifocal(folder, 'check', '--baseline', before)).toMatchObject({ status: 1 });
  expect(await bifocal(folder, 'check', '--min', 'product=high')).toMatchObject({ status: 2 });
});

test('a lens whose whole interval lies below its bar ends with 3, and says which', async () => {
  const standby = 'src/dispatch/standby.ts';
  const { status, printed } = await bifocal(GALLOP, 'check', '--allow', standby, '--min', 'product=100', '--json');
  const { failures, gates, why } = JSON.parse(printed) as Check;
  expect({ status, failures }).toEqual({ status: 3, failures: [] });
  expect(gates).toMatchObject([{ rule: 'min', lens: 'product', verdict: 'fails' }]);
  expect(why).toMatch(/^Fails: The product lens is \d+ \(\d+ to \d+\): all of that lies below 100\.$/);
  const told = JSON.parse((await bifocal(GALLOP, 'check', '--json')).printed) as Check;
  expect(told.failures).toMatchObject([{ file: 'README.md', line: 7, rule: 'removed-thing' }]);
  expect(told.failures[0]?.says).toContain(standby);
}, 120_000);

test('of a shallow clone it says that nothing can be known to be gone', async () => {
  const clone = join(home, 'shallow');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${stale()}`, clone]);
  const { status, printed } = await bifocal(clone, 'check', '--annotations');
  expect(status).toBe(0);
  expect(printed).toContain('::warning title=Bifocal::This is a shallow clone');
});
