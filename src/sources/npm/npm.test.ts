/** The npm source against a local registry that replays a record, with every fault that a registry can have. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { type OpenWorld, sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import {
  type Answering,
  cutOff,
  type FaultServer,
  inTurn,
  openFaultServer,
  silent,
  status,
} from '../../../test/worlds/fault-server.ts';
import npm from './npm.ts';
import { askRegistry } from './registry.ts';

const NAME = '@acme/lid';
const RECORD = JSON.parse(readFileSync(join(import.meta.dirname, 'npm.tape.json'), 'utf8')).record;
const DATE = 'Sun, 22 Nov 2026 10:00:00 GMT';

/** A registry that answers with what `body` gives at the time, under an etag that changes with it. */
function replay(body: () => string): Answering {
  return (request, response) => {
    const text = body();
    const etag = `"${text.length}"`;
    response.sendDate = false;
    const head = { date: DATE, etag, 'content-type': 'application/json', 'content-encoding': 'gzip' };
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { date: DATE, etag }).end();
    else response.writeHead(200, head).end(gzipSync(text));
  };
}

const asIs = replay(() => JSON.stringify(RECORD));

/** A registry and a user's npmrc that points there, for as long as a world is open. */
async function open(
  answer: Answering,
  npmrc: (server: FaultServer) => string = scoped,
): Promise<OpenWorld & { server: FaultServer }> {
  const server = await openFaultServer({ '*': answer });
  const home = mkdtempSync(join(tmpdir(), 'bifocal-npm-'));
  writeFileSync(join(home, 'npmrc'), npmrc(server));
  process.env.npm_config_userconfig = join(home, 'npmrc');
  const close = async () => {
    rmSync(home, { recursive: true });
    await server[Symbol.asyncDispose]();
  };
  return { options: { name: NAME }, server, close };
}

const scoped = ({ url, port }: FaultServer) =>
  `@acme:registry=${url}/\n//127.0.0.1:${port}/:_authToken=\${LID_TOKEN}\n`;

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** Quick to lose patience, where the fault is one of time. */
async function ask(world: OpenWorld, limits = {}, signal = new AbortController().signal) {
  const quick = { headMs: 300, wholeMs: 1_500, backOffMs: 5, ...limits };
  const asked = askRegistry({ name: NAME, etag: null, signal, env: process.env, limits: quick });
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  await world.close?.();
  return error instanceof BifocalError ? `${error.code}: ${error.details.cause ?? ''}` : String(error);
}

function world(name: string, answer: () => Answering, fails?: World['fails']): World {
  return { name, open: () => open(answer()), ...(fails && { fails }) };
}

const page: Answering = (_request, response) => response.end('<html>Sign in</html>');
const stranger: Answering = (_request, response) => response.end(JSON.stringify({ ...RECORD, name: 'other' }));

sourceContract(
  npm,
  [
    {
      name: 'a recorded package that gets a version',
      async open() {
        let record = RECORD;
        const opened = await open(replay(() => JSON.stringify(record)));
        const grow = () => {
          const { '0.0.1': _, '1.0.0': __, ...versions } = RECORD.versions;
          const time = { ...RECORD.time, '2.0.0': '2024-06-07T10:00:00.000Z' };
          record = { ...RECORD, 'dist-tags': { latest: '2.0.0' }, time, versions: { ...versions, '2.0.0': {} } };
        };
        return { ...opened, grow };
      },
    },
    world('a package that was withdrawn', () =>
      replay(() => JSON.stringify({ name: NAME, time: { unpublished: {} } })),
    ),
    world('a package that is not there', () => status(404), 'SOURCE_REFUSED'),
    world('a registry that wants a token', () => status(401), 'SOURCE_REFUSED'),
    world('a registry that forbids', () => status(403), 'SOURCE_REFUSED'),
    world('a web page in place of a record', () => page, 'FILE_NOT_WHAT_IT_CLAIMS'),
    world('the record of another package', () => stranger, 'FILE_NOT_WHAT_IT_CLAIMS'),
    world('a record that ends in the middle', () => cutOff('{"name":"@acme/lid"'), 'SOURCE_UNREACHABLE'),
  ],
  { ownNetwork: "npm's own client makes the requests" },
);

test('versions come with their times, pre-releases and deprecations, and READMEs where there are any', async () => {
  const opened = await open(asIs);
  const { items, missing, observedUntil } = await run(npm, opened);
  await opened.close?.();
  expect(
    items.map(({ type, externalId, at, data }) => [type, externalId, new Date(at).toISOString().slice(0, 10), data]),
  ).toEqual([
    ['registry', '1.0.0', '2024-01-02', { pre: 0, deprecated: 'The hinge breaks; use 1.1.0.' }],
    ['readme', 'readme@1.0.0', '2024-01-02', undefined],
    ['registry', '1.1.0', '2024-03-04', { pre: 0, deprecated: null }],
    ['readme', 'readme@1.1.0', '2024-03-04', undefined],
    ['registry', '2.0.0-beta.1', '2024-05-06', { pre: 1, deprecated: null }],
  ]);
  expect(items[3]).toMatchObject({
    kind: 'document',
    title: 'README.md',
    body: '# lid\n\nOpens and closes.',
    threadId: 'readme',
  });
  expect(missing.map(({ because }) => because)).toEqual(['npm:@acme/lid has 1 version without a time of publishing.']);
  expect(observedUntil).toBe(Date.parse(DATE));
});

test('the user’s registry of a scope and its token are used, and a project’s are not', async () => {
  process.env.LID_TOKEN = 'open-sesame';
  const opened = await open(asIs);
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-project-'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, '.npmrc'), '@acme:registry=http://127.0.0.1:1/\n');
  const here = process.cwd();
  try {
    process.chdir(folder);
    await run(npm, opened);
  } finally {
    process.chdir(here);
    rmSync(folder, { recursive: true });
    await opened.close?.();
  }
  expect(opened.server.asked).toEqual(['GET /@acme%2flid']);
  expect(opened.server.heads[0]?.authorization).toBe('Bearer open-sesame');
});

test('a package without a scope is asked of the default registry, and loading settings changes nothing here', async () => {
  const body = JSON.stringify({ ...RECORD, name: 'lid' });
  const opened = await open(
    replay(() => body),
    ({ url }) => `registry=${url}/some/path/\nomit=dev\n`,
  );
  process.env.npm_config_registry = '';
  const env = JSON.stringify(process.env);
  const { items } = await run(npm, { options: { name: 'lid' } });
  await opened.close?.();
  expect(items[0]?.origin).toBe('npm:lid');
  expect(opened.server.asked).toEqual(['GET /some/path/lid']);
  expect(JSON.stringify(process.env)).toBe(env);
});

test('a busy registry is tried three times, and a failure is told by its code', async () => {
  const busy = await open(inTurn(status(500), status(503), asIs));
  expect(await ask(busy)).toBe('null');
  expect(busy.server.asked).toHaveLength(3);
  const down = await open(status(500));
  expect(await ask(down)).toBe('SOURCE_UNREACHABLE: the registry answered HTTP 500');
  expect(down.server.asked).toHaveLength(3);
  expect(await ask(await open(status(429)))).toBe('SOURCE_REFUSED: the registry answered HTTP 429');
});

test('a registry that is silent, endless, huge or not there is given up in time', async () => {
  const endless: Answering = (_request, response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  const huge: Answering = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(3 * 2 ** 20)));
  expect(await ask(await open(silent), { wholeMs: 700 })).toContain('SOURCE_UNREACHABLE: ');
  expect(await ask(await open(endless), { wholeMs: 700 })).toBe('SOURCE_UNREACHABLE: its answer did not end in time');
  expect(await ask(await open(huge), { bytes: 2 ** 21 })).toBe('SOURCE_REFUSED: its record is over 2 MB');
  const nowhere = await open(asIs, () => '@acme:registry=http://127.0.0.1:1/\n');
  expect(await ask(nowhere)).toBe('SOURCE_UNREACHABLE: ECONNREFUSED');
});

test('an abort in the middle of an answer ends it within a second', async () => {
  const opened = await open(silent);
  const began = performance.now();
  expect(await ask(opened, { headMs: 20_000, wholeMs: 20_000 }, AbortSignal.timeout(50))).toBe('INTERRUPTED: ');
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a name that is none is refused before anybody is asked', () => {
  const names = ['', '..', '../x', 'a/b', '@a', '@a/', 'a b', 'http://x', 'a?b', '@a/b/c', '-x%2f'];
  expect(names.filter((name) => npm.options.safeParse({ name }).success)).toEqual([]);
  expect(npm.options.safeParse({ name: '@vitejs/plugin-vue' }).success).toBe(true);
});
