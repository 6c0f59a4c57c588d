/** The network port against a local server that answers badly in every way a server can. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import {
  type Answering,
  cutOff,
  inTurn,
  openFaultServer,
  silent,
  status,
  text,
} from '../../test/worlds/fault-server.ts';
import { type HttpOptions, openHttp } from './http.ts';

/** As the engine opens it, but quick to lose patience and allowed to reach the local server. */
function local(options: HttpOptions = {}) {
  const limits = { headMs: 300, wholeMs: 600, backOffMs: 5, patienceMs: 200, ...options.limits };
  return openHttp({ allowPrivate: true, fetchedAt: () => 42, ...options, limits });
}

async function failure(promise: Promise<unknown>): Promise<BifocalError> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BifocalError)) throw error;
  return error;
}

const redirect = (location: string, code = 302): Answering => status(code, { location });

test('a page comes with its status, headers, final address and the time of the answer', async () => {
  await using server = await openFaultServer({ '/a': redirect('/b?x=1#part'), '/b': text('héllo', { etag: '"1"' }) });
  const answer = await local().get(`${server.url}/a`);
  expect(answer).toMatchObject({ status: 200, url: `${server.url}/b?x=1`, body: 'héllo', fetchedAt: 42 });
  expect(answer.headers.etag).toBe('"1"');
});

test('an unchanged page is a 304 without a body', async () => {
  const answering: Answering = (request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
  await using server = await openFaultServer({ '/': answering });
  expect(await local().get(server.url, { etag: '"1"' })).toMatchObject({ status: 304, body: '' });
});

test('compressed answers and other encodings are read', async () => {
  const zipped: Answering = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('in short'));
  const latin: Answering = (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset=ISO-8859-1' }).end(Buffer.from([0xe9]));
  await using server = await openFaultServer({ '/gzip': zipped, '/latin': latin });
  expect((await local().get(`${server.url}/gzip`)).body).toBe('in short');
  expect((await local().get(`${server.url}/latin`)).body).toBe('é');
});

test('a refusal is told at once and never tried again', async () => {
  await using server = await openFaultServer({ '/': status(403) });
  const error = await failure(local().get(`${server.url}/?token=secret`));
  expect(error.code).toBe('SOURCE_REFUSED');
  expect(error.message).toContain('HTTP 403');
  expect(error.message).not.toContain('secret');
  expect(server.asked).toHaveLength(1);
});

test('a busy server is tried three times, and the third answer counts', async () => {
  await using server = await openFaultServer({
    '/': inTurn(status(500), status(429, { 'retry-after': '0' }), text('ok')),
  });
  expect((await local().get(server.url)).body).toBe('ok');
  await using down = await openFaultServer({ '/': status(503) });
  expect((await failure(local().get(down.url))).code).toBe('SOURCE_UNREACHABLE');
  expect(down.asked).toHaveLength(3);
});

test('a refusal that is wanted comes as it is, with its headers, after one try', async () => {
  await using server = await openFaultServer({ '/': status(429, { 'retry-after': '1', 'x-ratelimit-reset': '7' }) });
  const answer = await local().get(server.url, { answers: [403, 429] });
  expect(answer).toMatchObject({ status: 429, headers: { 'x-ratelimit-reset': '7' } });
  expect(server.asked).toHaveLength(1);
});

test('a server that asks for more patience than there is gets no second try', async () => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
  const later = 'Thu, 01 Jan 2026 01:00:00 GMT';
  await using server = await openFaultServer({
    '/seconds': status(429, { 'retry-after': '3600' }),
    '/date': status(503, { 'retry-after': later, date }),
  });
  const error = await failure(local().get(`${server.url}/seconds`));
  expect(error.code).toBe('SOURCE_REFUSED');
  expect(error.message).toContain('asks to wait 3600 s');
  expect((await failure(local().get(`${server.url}/date`))).message).toContain('asks to wait 3600 s');
  expect(server.asked).toHaveLength(2);
});

test('an answer that stops in the middle, never comes or never ends is unreachable', async () => {
  const endless: Answering = (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  };
  await using server = await openFaultServer({
    '/cut': cutOff('half'),
    '/cut-gzip': cutOff(gzipSync('half of it').toString('latin1'), { 'content-encoding': 'gzip' }),
    '/silent': silent,
    '/endless': endless,
  });
  for (const path of ['/cut', '/cut-gzip', '/silent', '/endless']) {
    const error = await failure(local({ limits: { tries: 1 } }).get(server.url + path));
    expect([path, error.code]).toEqual([path, 'SOURCE_UNREACHABLE']);
  }
  const gone = await failure(local({ limits: { tries: 2 } }).get('http://127.0.0.1:1/'));
  expect(gone.message).toContain('ECONNREFUSED');
});

test('an answer over the size limit is refused, counted as it reads', async () => {
  const bomb: Answering = (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2 ** 22)));
  await using server = await openFaultServer({ '/big': text('x'.repeat(3 * 2 ** 20)), '/bomb': bomb });
  for (const path of ['/big', '/bomb']) {
    const error = await failure(local({ limits: { bytes: 2 ** 21 } }).get(server.url + path));
    expect(error.message).toContain('over 2 MB');
  }
  expect(server.asked).toHaveLength(2);
});

test('private addresses are refused as literals, as names and behind redirects', async () => {
  await using server = await openFaultServer({
    '/': text('inside'),
    '/out': redirect('http://10.0.0.1/'),
    '/r': redirect('/r'),
  });
  const strict = openHttp({ resolve: async () => [{ address: '10.0.0.7', family: 4 }] });
  for (const url of [
    server.url,
    'http://[::1]/',
    'http://169.254.169.254/latest/',
    'http://2130706433/',
    'http://intra.example/',
  ]) {
    expect((await failure(strict.get(url))).message).toContain('private network');
  }
  expect(server.asked).toEqual([]);
  expect((await failure(local().get(`${server.url}/out`))).message).toContain('private network');
  expect((await failure(local().get(`${server.url}/r`))).message).toContain('redirects more than 5 times');
  expect((await failure(local().get('http://192.168.0.1/'))).code).toBe('SOURCE_REFUSED');
});

test('one private address among several is enough to refuse a name', async () => {
  const both = [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const error = await failure(openHttp({ resolve: async () => both }).get('http://two.example/'));
  expect(error.message).toContain('private network');
});

test('a name is resolved once and the connection goes to the checked address', async () => {
  await using server = await openFaultServer({ '/': text('pinned') });
  const answers = ['127.0.0.1', '10.0.0.1'];
  const seen: string[] = [];
  const resolve = async (name: string) => {
    const address = answers[seen.push(name) - 1] ?? '10.0.0.1';
    return [{ address, family: 4 }];
  };
  expect((await local({ resolve }).get(`http://rebind.example:${server.port}/`)).body).toBe('pinned');
  expect(seen).toEqual(['rebind.example']);
  expect(server.heads[0]?.host).toBe(`rebind.example:${server.port}`);
});

test('other schemes, passwords in addresses and what is no address are refused', async () => {
  for (const url of ['file:///etc/passwd', 'ftp://example.org/', 'http://me:secret@example.org/', 'nonsense']) {
    const error = await failure(local().get(url));
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).not.toContain('secret');
  }
});

test('a token stays with the host it was meant for', async () => {
  await using other = await openFaultServer({ '/': text('elsewhere') });
  await using server = await openFaultServer({
    '/': redirect(other.url),
    '/same': redirect('/here'),
    '/here': text('here'),
  });
  const headers = { Authorization: 'Bearer secret', 'X-Key': 'secret', Host: 'evil.example' };
  await local().get(server.url, { headers });
  expect(server.heads[0]?.authorization).toBe('Bearer secret');
  expect(server.heads[0]?.host).toBe(`127.0.0.1:${server.port}`);
  expect(JSON.stringify(other.heads)).not.toContain('secret');
  await local().get(`${server.url}/same`, { headers });
  expect(server.heads.at(-1)?.authorization).toBe('Bearer secret');
});

test('a token that the engine holds goes to its own origin alone', async () => {
  await using other = await openFaultServer({ '/': text('elsewhere') });
  await using server = await openFaultServer({ '/': redirect(other.url), '/here': text('here') });
  const http = local({ bearer: { origin: server.url, token: 'secret' } });
  await http.get(`${server.url}/here`);
  await http.get(server.url);
  await http.get(other.url);
  expect(server.heads.map(({ authorization }) => authorization)).toEqual(['Bearer secret', 'Bearer secret']);
  expect(JSON.stringify(other.heads)).not.toContain('secret');
});

test('an abort ends a request and a wait at once', async () => {
  await using server = await openFaultServer({ '/silent': silent, '/busy': status(503) });
  const slow = local({ limits: { headMs: 20_000, wholeMs: 20_000, backOffMs: 20_000, patienceMs: 30_000 } });
  for (const path of ['/silent', '/busy']) {
    const error = await failure(slow.get(server.url + path, { signal: AbortSignal.timeout(50) }));
    expect(error.code).toBe('INTERRUPTED');
  }
  const whole = openHttp({ signal: AbortSignal.abort(), allowPrivate: true });
  expect((await failure(whole.get(server.url))).code).toBe('INTERRUPTED');
});
