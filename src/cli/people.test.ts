/** People through the command line: who counts as what and why, corrected, obeyed by the next reading, taken back, forgotten. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

const TICKETS = [
  'key,title,description,created,author,status',
  'K-1,Too loud,It wakes the house,2026-01-05,ann@kettleworks.org,open',
  'K-2,Lid,Ask ann@kettleworks.org and Ann Archer about the lid,2026-01-06,ben@kettleworks.org,open',
  'K-3,Handle,The handle is hot,2026-01-07,cat@kettleworks.org,open',
  'K-4,Cord,The cord is short,2026-01-08,ann@kettleworks.org,open',
  '',
].join('\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-people-'));
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, null);
  const status = await run(words, terminal);
  return { status, out: terminal.out(), err: terminal.err(), json: () => JSON.parse(terminal.out()) };
}

interface Told {
  readonly id: string;
  readonly side: string;
  readonly because: string;
  readonly asks: number;
}

async function peopleIn(): Promise<Told[]> {
  return (await bifocal('people', '--json')).json().people;
}

test('pseudonyms and counts, and no name anywhere', async () => {
  await bifocal('import', 'tickets.csv');
  const people = await peopleIn();
  expect(people.map(({ asks }) => asks).sort()).toEqual([1, 1, 2]);
  const { out } = await bifocal('people');
  expect(out).not.toMatch(/ann|ben@|cat@/);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a role is obeyed by the next look and the next reading, and taken back', async () => {
  await bifocal('import', 'tickets.csv');
  const before = (await bifocal('reflect', '.', '--json')).json();
  expect((await bifocal('people', 'ann@kettleworks.org', '--team')).out).toContain('counts as of the team');
  expect((await peopleIn()).find(({ asks }) => asks === 2)).toMatchObject({ side: 'team', because: 'You said so.' });
  const after = (await bifocal('reflect', '.', '--json')).json();
  const asked = ({ loop }: { loop: unknown }) => JSON.stringify(loop);
  expect(asked(after)).not.toBe(asked(before));
  expect((await bifocal('people', 'ann@kettleworks.org', '--undo')).out).toContain('Taken back');
  expect((await bifocal('reflect', '.', '--json')).json()).toEqual(before);
});

test('a company by its domain, a list from a file, and a bot', async () => {
  await bifocal('import', 'tickets.csv');
  await bifocal('people', '@kettleworks.org', '--team');
  expect((await peopleIn()).map(({ side }) => side)).toEqual(['team', 'team', 'team']);
  writeFileSync(join(folder, 'list.txt'), '# who is not\nben@kettleworks.org\ncat@kettleworks.org # since May\n');
  await bifocal('people', '--list', 'list.txt', '--outsider');
  expect((await peopleIn()).map(({ side }) => side)).toEqual(['team', 'outsider', 'outsider']);
  await bifocal('people', 'cat@kettleworks.org', '--bot');
  expect((await bifocal('people', '--json')).json().totals).toEqual({ team: 1, outsider: 1, bot: 1 });
});

test('two are one person until that is taken back', async () => {
  await bifocal('import', 'tickets.csv');
  await bifocal('people', 'ben@kettleworks.org', 'cat@kettleworks.org', '--same');
  expect((await peopleIn()).map(({ asks }) => asks)).toEqual([2, 2]);
  await bifocal('people', 'cat@kettleworks.org', '--undo');
  expect(await peopleIn()).toHaveLength(3);
});

test('nobody by that name, and no or too many verbs, are told', async () => {
  await bifocal('import', 'tickets.csv');
  expect((await bifocal('people', 'zoe@kettleworks.org', '--team')).err).toContain('PERSON_NOT_FOUND');
  expect((await bifocal('people', 'ann@kettleworks.org', '--team', '--bot')).status).toBe(2);
  expect((await bifocal('people', 'ann@kettleworks.org')).status).toBe(2);
});

test('forgotten is gone from every product, and stays gone when it is imported again', async () => {
  await bifocal('import', 'tickets.csv', '--product', 'kettle');
  await bifocal('import', 'tickets.csv', '--product', 'lamp');
  expect((await bifocal('forget', 'ann@kettleworks.org')).err).toContain('--yes');
  const done = (await bifocal('forget', 'ann@kettleworks.org', '--also', 'Ann Archer', '--yes', '--json')).json();
  expect(done).toMatchObject([
    { product: 'kettle', rows: 2, mentions: 1 },
    { product: 'lamp', rows: 2, mentions: 1 },
  ]);
  await bifocal('import', 'tickets.csv', '--product', 'lamp');
  expect((await bifocal('people', '--product', 'lamp', '--json')).json().people).toHaveLength(2);
  expect((await bifocal('forget', 'ann@kettleworks.org', '--yes')).err).toContain('PERSON_NOT_FOUND');
});

test('texts older than is kept are gone, and that they were written stays', async () => {
  await bifocal('import', 'tickets.csv', '--product', 'kettle');
  const kept = (await bifocal('forget', '--keep', '1', '--product', 'kettle', '--json')).json();
  expect(kept).toMatchObject({ keepMonths: 1, expired: 4 });
  expect((await bifocal('reflect', 'kettle', '--json')).json().evidence.feedback).toBe(4);
  // What an import brings later is no younger for that.
  writeFileSync(join(folder, 'more.csv'), TICKETS.replaceAll('K-', 'L-').replaceAll('hot', 'volcanic'));
  await bifocal('import', 'more.csv', '--product', 'kettle');
  expect((await bifocal('forget', '--keep', '1', '--product', 'kettle', '--json')).json()).toMatchObject({
    expired: 0,
  });
  expect((await bifocal('forget', '--keep', 'all', '--product', 'kettle')).out).toContain('keeps all texts');
  expect((await bifocal('forget', '--keep', 'soon', '--product', 'kettle')).status).toBe(2);
});

test('sources are added, gathered again and told with how they stand', async () => {
  cpSync(new URL('../../examples/fizz', import.meta.url), join(folder, 'fizz'), { recursive: true });
  writeFileSync(join(folder, 'LOG.md'), '# Changelog\n\n## 1.1.0 - 2026-02-01\n\n- Softer whistle\n');
  expect((await bifocal('sources')).out).toContain('has no sources yet');
  expect((await bifocal('gather')).err).toContain('NO_SOURCES');
  const added = (await bifocal('add', 'changelog', 'LOG.md', '--product', 'kettle', '--json')).json();
  expect(added.sources).toMatchObject([{ kind: 'changelog', added: true }]);
  expect((await bifocal('add', 'changelog', 'LOG.md', '--product', 'kettle', '--json')).json().sources).toMatchObject([
    { added: false },
  ]);
  expect((await bifocal('sources', '--product', 'kettle', '--json')).json().sources).toMatchObject([{ state: 'new' }]);
  const gathered = (await bifocal('gather', '--product', 'kettle', '--json')).json();
  expect(gathered.sources[0].added).toBeGreaterThan(0);
  expect((await bifocal('gather', '--product', 'kettle')).out).toContain('nothing new');
  expect((await bifocal('sources', '--product', 'kettle')).out).toContain('known until');
  expect((await bifocal('sources', '--all', '--json')).json()).toMatchObject([{ product: 'kettle' }]);
  expect((await bifocal('add', 'nowhere', 'LOG.md')).status).toBe(2);
  expect((await bifocal('add', 'says', 'npm:vite')).err).toContain('says');
});

test('a source that fails is told with its remedy, and again as sound when it is', async () => {
  const log = join(folder, 'LOG.md');
  writeFileSync(log, '# Changelog\n\n## 1.1.0 - 2026-02-01\n\n- Softer whistle\n');
  await bifocal('add', 'changelog', 'LOG.md', '--product', 'kettle');
  await bifocal('gather', '--product', 'kettle');
  rmSync(log);
  const again = await bifocal('gather', '--product', 'kettle');
  expect([again.status, again.out]).toEqual([1, expect.stringContaining('not read this time')]);
  const failed = (await bifocal('sources', '--product', 'kettle', '--json')).json().sources[0];
  expect(failed).toMatchObject({ state: 'failed', missing: [{ remedy: expect.any(String) }] });
  writeFileSync(log, '# Changelog\n\n## 1.1.0 - 2026-02-01\n\n- Softer whistle\n');
  await bifocal('gather', '--product', 'kettle');
  expect((await bifocal('sources', '--product', 'kettle', '--json')).json().sources[0].state).toBe('ok');
});
