/** A strand that ends before the reading does is unknown from then on, on every face; never a quiet week. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { type EvidenceFolder, evidenceFolder, later, type Row } from '../worlds/evidence-folder.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';
import { capturedTerminal } from './captured-terminal.ts';

let world: GitWorld;
const home = mkdtempSync(join(tmpdir(), 'bifocal-strands-'));
const folders: EvidenceFolder[] = [];

beforeAll(() => {
  world = kettle();
});

afterAll(() => {
  world.remove();
  for (const folder of folders) folder[Symbol.dispose]();
  rmSync(home, { recursive: true, force: true });
});

/** A question a week with an answer by a maker the day after, the last of them on `until`. */
function voicesUntil(until: string): string {
  const rows = Array.from({ length: 60 }, (_, week): Row[] => {
    const asked = later(until, -7 * week - 1);
    const id = String(100 - week);
    const by = (handle: string) => ({ space: 'desk.example', handle });
    return [
      {
        ...{ kind: 'feedback', type: 'ticket', externalId: id, threadId: id, at: asked, author: by(`guest-${week}`) },
        ...{ title: 'Does it boil milk?', body: 'I would like to know.' },
        data: {
          side: 'outsider',
          state: 'closed',
          closedAt: Date.parse(later(asked, 1)),
          comments: 1,
          commentsSeen: 1,
        },
      },
      {
        ...{
          kind: 'reply',
          type: 'comment',
          externalId: `${id}/1`,
          threadId: id,
          at: later(asked, 1),
          author: by('mia'),
        },
        ...{ body: `For that, ${own(week)}, and it boils as it should.`, data: { side: 'maker' } },
      },
    ];
  }).flat();
  const folder = evidenceFolder({ name: 'Desk', kind: 'service' }, rows, until);
  folders.push(folder);
  return folder.folder;
}

/** No two answers alike: the same words in many threads are taken for a template. */
function own(week: number): string {
  const [verbs, things] = ['lift turn press hold pull tap tilt fill', 'lid knob lever handle valve switch jug spout'];
  return `${verbs?.split(' ')[week % 8]} the ${things?.split(' ')[Math.floor(week / 8)]}`;
}

async function read(...words: string[]): Promise<string> {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run([world.folder, ...words], terminal), terminal.err()).toBe(0);
  return terminal.out();
}

/** Kettle's history ends on 6 January 2026. */
const stale = () => voicesUntil('2026-04-20');

test('weeks after the history ends are unknown, and are not counted as quiet', async () => {
  const reading = Reading.parse(JSON.parse(await read(stale(), '--json')));
  const { making, telling, serving } = reading.focus;
  expect(reading.at).toBe('2026-04-20T00:00:00Z');
  expect(making).toMatchObject({ state: 'seen', of: 38, until: '2026-01-06' });
  expect(making.cells.at(-1)?.happened).toBe(true);
  expect(telling).toMatchObject({ of: 38, until: '2026-01-06' });
  expect(serving).toMatchObject({ of: 52, weeks: 52, until: null });
  expect(reading.focus.sentence).toContain(`the product changed in ${making.weeks} of the 38 weeks seen`);
  expect(reading.missing).toContainEqual({
    ...{ source: 'git', code: 'NOT_COLLECTED' },
    because:
      'What shipped is known up to 2026-01-06, and this reading ends on 2026-04-20; the weeks between are unknown.',
    remedy: 'Bring it up to date and read again, or read at the last day that all strands know: --at 2026-01-06.',
  });
  expect(reading.stage.because).toContain('The history is known up to 2026-01-06.');
});

test('what waits, waits until the history ends and no longer', async () => {
  const alone = Reading.parse(JSON.parse(await read('--json')));
  const beside = Reading.parse(JSON.parse(await read(stale(), '--json')));
  const figure = ({ audits }: Reading, id: string) => audits.find((audit) => audit.id === id);
  const cadence = figure(beside, 'release-cadence');
  expect(cadence?.window.to).toBe('2026-01-06');
  expect(cadence?.because).toBe(figure(alone, 'release-cadence')?.because);
  // Releases are too far apart here for an interval; the count is told all the same, and ends with the history.
  expect(figure(beside, 'limbo')).toMatchObject({ state: 'informative', interval: null, n: 65 });
  expect(figure(beside, 'limbo')?.because).toMatch(/^14 of 65 finished changes wait/);
  // A ticket that was closed after the history ends may have a change that nobody read.
  expect(figure(beside, 'honest-closure')?.n).toBeLessThan(40);
});

test('a history that ends before the window is not collected in it, and the day that hears all is named', async () => {
  const reading = Reading.parse(JSON.parse(await read(voicesUntil('2027-03-01'), '--json')));
  expect(reading.focus.making).toMatchObject({ state: 'not-collected', weeks: null, of: null, cells: [] });
  expect(reading.focus.making.because).toContain('--at 2026-01-06');
  expect(reading.lean.verdict).toBe('undecided');
  expect(reading.stage.name).toBe('quiet');
  for (const id of ['release-cadence', 'limbo', 'commit-to-release', 'follow-up-fixes']) {
    expect(reading.audits.find((audit) => audit.id === id)).toMatchObject({ state: 'not-collected', value: null });
  }
});

test('the terminal and the page draw them as unknown', async () => {
  const folder = stale();
  const words = await read(folder);
  const making = words.split('\n').find((line) => /^ Making/.test(line)) ?? '';
  expect(making).toMatch(/▪╌{14}(?!╌)/);
  expect(words.replace(/\s+/g, ' ')).toContain('of the 38 weeks seen, up to 6 January 2026');
  expect(words).toContain('╌ stands for a week that nobody looked at.');
  const file = join(home, 'reading.html');
  await read(folder, '--html', file);
  const page = readFileSync(file, 'utf8');
  expect(page.match(/class="uk"/g)).toHaveLength(28);
  expect(page).toContain('A dashed frame is a week that nobody looked at.');
});
