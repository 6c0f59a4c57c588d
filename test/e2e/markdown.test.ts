/** The reading as Markdown: the page's sentences, its evidence verbatim, and nothing of others that would act when it is pasted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';
import { capturedTerminal } from './captured-terminal.ts';

const HOSTILE = [
  'fix: thanks @ada for #12, see https://spy.example/x',
  'feat: ![beacon](https://spy.example/b.png) <img src="https://spy.example/c.png">',
  'feat: [press](javascript:alert) </details><script>go()</script>',
  'fix: `tick` ``` and | pipe @team/all GH-7 www.spy.example',
];
const home = mkdtempSync(join(tmpdir(), 'bifocal-markdown-'));
let world: GitWorld;

beforeAll(() => {
  world = kettle();
  for (const [place, subject] of HOSTILE.entries()) {
    const files = { [`src/part-${place}.ts`]: 'hostile\n'.repeat(400) };
    world.commit(subject, { at: Date.UTC(2026, 0, 6 + place * 7), files, author: 'Eve @ada <eve@example.org>' });
  }
  world.save();
});

afterAll(() => {
  world.remove();
  rmSync(home, { recursive: true, force: true });
});

async function bifocal(...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  return { status: await run([world.folder, ...words], terminal), out: terminal.out() };
}

/** What a renderer would read as more than text. */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

test('prints the same sentences, findings first, and fits into an issue', async () => {
  const { out, status } = await bifocal('--markdown', '-');
  const reading = JSON.parse((await bifocal('--json')).out) as Reading;
  expect(status).toBe(0);
  expect(out).toMatch(/^# kettle: reading of \d/);
  const heads = [...out.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
  expect(heads).toEqual([
    ...(reading.findings.length > 0 ? ['What you may not know'] : []),
    'What the last 52 weeks went into',
    'The loop, in people',
    'Where it stands',
    'Eight questions',
    'Where it began',
    'Three signals',
    'What to do next',
    'How sure?',
  ]);
  expect(out).toContain(`**${reading.focus.sentence}**`);
  expect(out.length).toBeLessThan(65_536);
  const [opened, closed] = [/<details>/g, /<\/details>/g].map((fold) => withoutCode(out).match(fold)?.length);
  expect(opened).toBe(closed);
});

test('keeps what others wrote word for word, and lets none of it act', async () => {
  const { out } = await bifocal('--markdown', '-');
  for (const subject of [HOSTILE[1], HOSTILE[2]]) expect(out).toContain(`\`${subject}\``);
  const acting = withoutCode(out)
    .replace(/<\/?(?:details|summary)>/g, '')
    .replaceAll('&#8203;', '\u200b');
  expect(acting).not.toMatch(/@\w|#\d|https?:|www\.|GH-\d|</);
  expect(acting).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[/);
});

test('writes a file beside what is printed, and says where two would print', async () => {
  const file = join(home, 'reading.md');
  const { out } = await bifocal('--markdown', file);
  expect(out).toContain('WHAT THE YEAR WENT INTO');
  expect(readFileSync(file, 'utf8')).toBe((await bifocal('--markdown', '-')).out);
  expect((await bifocal('--markdown', '-', '--json')).status).toBe(2);
});
