/** What the app is handed says the same as the page of a report: every sentence of the view stands on it, word for word. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { type View, viewOf } from '#report/view.ts';
import { run } from '../../src/cli/main.ts';
import { kettle } from '../worlds/kettle.ts';
import { kettleVoices } from '../worlds/kettle-voices.ts';
import { capturedTerminal } from './captured-terminal.ts';

const home = mkdtempSync(join(tmpdir(), 'bifocal-view-'));
const world = kettle();
const voices = kettleVoices();

afterAll(() => {
  world.remove();
  voices.remove();
  rmSync(home, { recursive: true, force: true });
});

/** The sentences that no face may word anew. */
function sentences(view: View): string[] {
  const { round } = view.loop;
  const loop = round
    ? [
        round.head,
        round.caption,
        round.sentence,
        round.wholeWay,
        round.byPeers,
        ...round.losses.flatMap(({ words }) => words ?? []),
      ]
    : [view.loop.because];
  const lenses = [view.lenses.product, view.lenses.customer].flatMap(({ head, questions }) => [
    head,
    ...questions.map(({ because }) => because ?? ''),
  ]);
  return [
    view.restsOn,
    view.findings.head,
    ...view.findings.items.flatMap(({ sentence, step, quotes }) => [sentence, step, ...quotes.map(({ text }) => text)]),
    view.focusHead,
    view.verdict.numbers,
    ...view.focus.rows.flatMap(({ basis, unseen, depth, table }) => [unseen ?? basis, depth?.says ?? '', table ?? '']),
    ...view.focus.notes,
    ...loop,
    ...lenses,
    view.map.head,
    view.map.norm,
    ...view.map.places.flatMap(({ name, draws }) => [name, draws ?? '']),
    ...view.signals.rows.flatMap(({ because, words }) => [because, words]),
    view.signals.thumb.sentence,
    view.steps.head,
    ...view.steps.items
      .slice(0, view.steps.first)
      .flatMap(({ title, hypothesis, facts }) => [title, hypothesis, ...facts.flat()]),
    view.sure.summary,
    ...view.sure.facts.flat(),
    ...view.foot,
  ].filter((part) => part !== '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<\/?(b|small|span)\b[^>]*>/g, '')
    .replace(/<\/?code>/g, '`')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

test.each([
  ['a history alone', []],
  ['a history and voices', [voices.folder]],
])(
  '%s',
  async (name, others) => {
    const file = join(home, `${name}.html`);
    const terminal = capturedTerminal({ BIFOCAL_HOME: join(home, name) });
    expect(await run([world.folder, ...others, '--json', '--html', file], terminal)).toBe(0);
    const view = viewOf(JSON.parse(terminal.out()) as Reading);
    const text = textOf(readFileSync(file, 'utf8'));
    expect(sentences(view).filter((sentence) => !text.includes(sentence))).toEqual([]);
    expect(sentences(view).length).toBeGreaterThan(60);
  },
  120_000,
);
