/** One strand is enough for a sentence: reviews, a site or a history alone say what they rest on, on every face. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { evidenceFolder, later, type Row } from '../worlds/evidence-folder.ts';
import { kettle } from '../worlds/kettle.ts';
import { capturedTerminal } from './captured-terminal.ts';

const home = mkdtempSync(join(tmpdir(), 'bifocal-alone-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Faces {
  readonly reading: Reading;
  /** In one line, as terminals wrap. */
  readonly words: string;
  readonly page: string;
}

async function faces(folder: string): Promise<Faces> {
  const told = async (...more: string[]) => {
    const terminal = capturedTerminal({ BIFOCAL_HOME: home });
    expect(await run([folder, ...more], terminal), terminal.err()).toBe(0);
    return terminal.out();
  };
  const file = join(home, 'reading.html');
  const words = (await told('--html', file)).replace(/\s+/g, ' ');
  const page = readFileSync(file, 'utf8')
    .replace(/<\/?b>/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'");
  return { reading: Reading.parse(JSON.parse(await told('--json'))), words, page };
}

const LOVES = ['I love this app.', 'Works great, highly recommend it.', 'Great app for slow mornings.'];
const LEAVES = [
  'It drains my battery, so I uninstalled it.',
  'I have deleted this app.',
  'Looking for an alternative.',
];
const OTHERS = ['The alarm rings at seven.', 'There is a blue button.'];

/** Ninety people, one every third day: half of them meet 4.2, which some leave. */
function reviews(): Row[] {
  return Array.from({ length: 90 }, (_, each): Row => {
    const late = each >= 50;
    const [texts, amount] = each % 3 === 0 ? [OTHERS, 3] : late && each % 3 === 1 ? [LEAVES, 1] : [LOVES, 5];
    return {
      ...{ kind: 'feedback', type: 'review', externalId: `r${each}`, at: later('2025-08-01', each * 3), amount },
      ...{ author: { space: 'shop.example', handle: `listener ${each}` }, lang: 'en', version: late ? '4.2' : '4.1' },
      body: texts[Math.floor(each / 3) % texts.length],
    };
  });
}

test('reviews alone tell what is loved, why people leave, and since which version', async () => {
  using folder = evidenceFolder({ name: 'Lark', kind: 'app', customers: 'listeners' }, reviews());
  const { reading, words, page } = await faces(folder.folder);
  const sentence =
    'Of 90 reviews in 52 weeks, 47 praise it and 13 tell of leaving: 13 of the 40 since 4.2, none of the 50 before. Making, telling and serving have not been looked at.';
  expect(reading.alone?.source).toBe('reviews');
  expect(reading.focus.sentence).toBe(sentence);
  expect(reading.stage).toMatchObject({ name: null });
  expect(reading.evidence.strands.map(({ state }) => state)).toEqual(['not-collected', 'seen', 'not-collected']);
  expect(reading.lenses.customer.questions.find(({ id }) => id === 'loved')?.score).not.toBeNull();
  const quotes = reading.alone?.quotes ?? [];
  expect(quotes.filter(({ says }) => says === 'leaving').map(({ text }) => LEAVES.includes(text ?? ''))).toEqual([
    ...[true, true, true],
  ]);
  for (const face of [words, page]) {
    expect(face).toContain('From reviews alone: 90 pieces of feedback.');
    expect(face).toContain(sentence);
    expect(face.toLowerCase()).toContain('why they leave, in their words');
    expect(face).toContain(`“${quotes.find(({ says }) => says === 'praise')?.text}”`);
  }
});

test('reviews of which none praises or leaves say so, and never that nothing is known', async () => {
  const few = reviews().filter(({ amount }) => amount === 3);
  using folder = evidenceFolder({ name: 'Plain', kind: 'app' }, few);
  const { reading } = await faces(folder.folder);
  expect(reading.focus.sentence).toBe(
    'In 52 weeks 30 people wrote 30 reviews; none praises it or leaves in words that the list of phrases knows. Making, telling and serving have not been looked at.',
  );
});

/** Two pages, a copy every eighty days: the first heading changes three times, and once a line beside it. */
function site(): Row[] {
  const heads = ['Bread the way it was', 'Bread the way it was', 'Bread, baked at night', 'Bread at your door'];
  return [...heads, 'The fastest bread in town', 'The fastest bread in town'].flatMap((head, copy): Row[] => {
    const at = later('2025-01-15', copy * 80);
    const row = (path: string, body: string): Row => ({
      ...{ kind: 'document', type: 'page', externalId: `https://loaf.example/${path}@${at}`, at, body },
      ...{ threadId: `https://loaf.example/${path}`, url: `https://loaf.example/${path}` },
    });
    const delivered = copy >= 3 ? '\n\nDelivered by seven.' : '';
    return [
      row('', `# ${head}\n\nWe bake every night.\n\nOrder before ten.${delivered}`),
      row('about', '# About\n\nFounded in 1990.\n\nThree ovens.'),
    ];
  });
}

test('a site alone tells what it claims, how often it changed and how deep, and that making was not seen', async () => {
  using folder = evidenceFolder({ name: 'Loaf', kind: 'shop', customers: 'guests' }, site());
  const { reading, words, page } = await faces(folder.folder);
  const sentence =
    'The site says “The fastest bread in town”. Its words changed in 3 of 52 weeks, and 17 % of what stood a year ago is gone or replaced. Making and serving have not been looked at.';
  expect(reading.alone).toEqual({ source: 'a site', quotes: [] });
  expect(reading.focus.sentence).toBe(sentence);
  const { telling, making } = reading.focus;
  expect(telling).toMatchObject({ state: 'seen', weeks: 3, of: 52, basis: 'the site' });
  expect(telling.depth).toBeCloseTo(1 / 6, 6);
  expect(telling.cells.filter(({ happened }) => happened).every(({ evidence }) => evidence.length === 1)).toBe(true);
  expect(making).toMatchObject({ state: 'not-collected', because: 'No history of changes was read.' });
  for (const face of [words, page]) {
    expect(face).toContain('From a site alone: 2 pages in 12 versions.');
    expect(face).toContain(sentence);
  }
});

test('a history alone tells making and telling, and that nobody was heard', async () => {
  using world = kettle();
  const { reading, words, page } = await faces(world.folder);
  expect(reading.alone).toEqual({ source: 'history', quotes: [] });
  expect(reading.focus.sentence).toMatch(
    /^In 52 weeks the product changed in \d+ and .+ Serving has not been looked at\.$/,
  );
  for (const face of [words, page]) {
    expect(face).toContain('From history alone: ');
    expect(face).toContain(reading.focus.sentence);
  }
});
