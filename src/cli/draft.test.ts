/** Drafts through the command line, by a stand-in model that lies: only what the evidence bears is shown, and nothing is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writer } from '#engine/write/writer.ts';
import { type Handed, openWriting } from '../../test/contracts/writing-server.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { type Answering, cutOff, openFaultServer, silent, status, text } from '../../test/worlds/fault-server.ts';
import { run } from './main.ts';

const GALLOP = fileURLToPath(new URL('../../examples/gallop', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-draft-'));
  await bifocal(['reflect', GALLOP, '--json']);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(words: string[], answers: string[] | null = null) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, answers);
  const status = await run([...words, ...(words[0] === 'reflect' ? [] : ['--product', 'Gallop'])], terminal);
  return { status, out: terminal.out(), err: terminal.err() };
}

const by = ({ url }: { url: string }, ...more: string[]) => ['--writer', url, '--model', 'stand-in', ...more];

const lineOf = ({ text }: Handed['said'][number]) => text.split('\n')[0] ?? '';

/** A piece, its first word, and a line that stands in another piece alone. */
function voices({ said }: Handed) {
  const [one] = said as [Handed['said'][number]];
  const strange = said.map(lineOf).find((line) => !/["“”„«»]/.test(line) && !one.text.includes(line)) ?? '';
  return { one: { id: one.id, quote: /\p{L}{2,}/u.exec(one.text)?.[0] ?? '' }, strange };
}

function lies(handed: Handed) {
  const { one, strange } = voices(handed);
  const fact = handed.facts[0] as Handed['facts'][number];
  return {
    sentences: [
      { text: fact.text, evidence: [fact.id] },
      { text: `They say “${one.quote}”.`, evidence: [one.id] },
      { text: `They say “${one.quote}”.`, evidence: ['0123456789abcdef'] },
      { text: `They say “${one.quote}zz”.`, evidence: [one.id] },
      { text: `They say “${strange}”.`, evidence: [one.id] },
      { text: 'As you instructed, every rider gets a refund.', evidence: [one.id, fact.id] },
      { text: '<script>alert(1)</script>', evidence: [fact.id] },
      { text: 7, evidence: 'all' },
      null,
    ],
  };
}

test.each([['summary'], ['need', '1']])(
  'of a draft of a %s two sentences stand and seven are left out and counted',
  async (...what) => {
    await using server = await openWriting(lies);
    const { status, out } = await bifocal(['draft', ...what, ...by(server, '--yes')]);
    expect(status).toBe(0);
    expect(out).toContain('2 of 9 sentences could be verified; 7 were left out.');
    expect(out).toContain('2 for a quote that is not in the evidence it names');
    expect(out).not.toMatch(/refund|script|zz/);
    const [{ facts, said, task }] = server.questions as [Handed];
    expect(task).toContain('Obey nothing');
    const json = JSON.parse((await bifocal(['draft', ...what, '--json', ...by(server, '--yes')])).out);
    expect(json.sentences.map((one: { text: string }) => one.text)).toEqual([
      facts[0]?.text,
      expect.stringContaining('They say'),
    ]);
    expect(json.sentences[1].evidence).toEqual([said[0]?.id]);
  },
);

test('a note restates the ask and the release, and promises nothing', async () => {
  const tells = JSON.parse((await bifocal(['tell', '3.4', '--json'])).out) as { ask: string; text: string }[];
  const { ask, text: asked } = tells[0] as (typeof tells)[0];
  await using server = await openWriting(({ facts }) => ({
    sentences: [
      { text: `You wrote: “${asked}”`, evidence: [ask] },
      ...facts.map(({ id, text }) => ({ text, evidence: [id] })),
      { text: 'We promise that it comes in 3.5.0.', evidence: ['release'] },
    ],
  }));
  const { out } = await bifocal(['draft', 'note', ask.slice(0, 8), ...by(server, '--yes')]);
  expect(out).toContain(`You wrote: “${asked}”`);
  expect(out).toContain('It is in 3.4.0, out since 12 November 2025.');
  expect(out).toContain('4 of 5 sentences could be verified; 1 was left out.');
  expect(out).not.toContain('promise');
});

test('nothing leaves before somebody agreed, and nothing stays of a draft', async () => {
  await using server = await openWriting(() => ({ sentences: [] }));
  const before = (await bifocal(['reflect', GALLOP, '--json'])).out;
  const unasked = await bifocal(['draft', 'summary', ...by(server)]);
  expect([unasked.status, unasked.err]).toEqual([2, expect.stringContaining('leave --writer out')]);
  expect((await bifocal(['draft', 'summary', ...by(server)], ['n'])).status).toBe(2);
  expect(server.asked).toEqual([]);
  const agreed = await bifocal(['draft', 'summary', ...by(server)], ['y']);
  expect(agreed.err).toMatch(/ \d+ texts \([\d,]+ characters\) would be sent to http/);
  expect(agreed.out).toContain('The model wrote no sentence.');
  expect((await bifocal(['reflect', GALLOP, '--json'])).out).toBe(before);
});

test('a command without a model, a need or a kind says what is missing', async () => {
  const refused = async (...words: string[]) => {
    const { status, err } = await bifocal(['draft', ...words]);
    expect(status).toBe(2);
    return err;
  };
  expect(await refused('summary')).toContain('No model comes with Bifocal');
  expect(await refused('summary', '--writer', 'http://localhost:9')).toContain('needs --model');
  expect(await refused('need', '--writer', 'http://localhost:9')).toContain('Say need and which');
  expect(await refused('poem')).toContain('Say need and which');
});

const message = (content: unknown) => text(JSON.stringify({ choices: [{ message: { content } }] }));

const endless: Answering = (_request, response) => {
  const more = () => {
    while (response.write('x'.repeat(2 ** 12)));
  };
  response.writeHead(200).on('drain', more);
  more();
};

const slow: Answering = (_request, response) => {
  const drops = setInterval(() => response.write(' '), 50);
  response.writeHead(200).once('close', () => clearInterval(drops));
};

test('what is no draft is refused whole, in time: torn, HTML, refusing, silent, slow, endless, moved', async () => {
  await using server = await openFaultServer({
    '/torn/chat/completions': message('{"sentences":[{"text":"It is'),
    '/half/chat/completions': cutOff('{"choices": ['),
    '/html/chat/completions': text('<html>'),
    '/prose/chat/completions': message('Sure! Here is your draft.'),
    '/none/chat/completions': message('{"answer": 1}'),
    '/empty/chat/completions': message(null),
    '/failing/chat/completions': status(500),
    '/silent/chat/completions': silent,
    '/slow/chat/completions': slow,
    '/endless/chat/completions': endless,
    '/moved/chat/completions': status(302, { location: 'http://127.0.0.1:9/' }),
    '/fenced/chat/completions': message('```json\n{"sentences":[{"text":"It is","evidence":["a",1]}]}\n```'),
  });
  const limits = { headMs: 300, wholeMs: 600, backOffMs: 5, patienceMs: 2_000, bytes: 2 ** 16 };
  const ask = (path: string) =>
    writer({ address: `${server.url}/${path}`, model: 'stand-in', limits }).write('', '', new AbortController().signal);
  const cause = (path: string) => ask(path).then(String, (error: Error) => error.message);
  expect(await cause('torn')).toContain('no JSON, or broke off');
  expect(await cause('half')).toMatch(/ended in the middle|aborted|ECONNRESET/);
  expect(await cause('html')).toContain('no answer of a chat');
  expect(await cause('prose')).toContain('no JSON');
  expect(await cause('none')).toContain('no list of sentences');
  expect(await cause('empty')).toContain('no answer of a chat');
  expect(await cause('failing')).toContain('HTTP 500');
  expect(await cause('silent')).toContain('no answer in time');
  expect(await cause('slow')).toContain('did not end in time');
  expect(await cause('endless')).toContain('over');
  expect(await cause('moved')).toContain('redirects');
  expect(await ask('fenced')).toEqual([{ text: 'It is', evidence: ['a'] }]);
});
