/** `bifocal serve`: the app, the API and its progress, until it is told to end. */
import { once } from 'node:events';
import { BifocalError } from '#core/errors.ts';
import { openStore } from '#engine/open-store.ts';
import { type Serving, serve } from '#server/serve.ts';
import { openIdOf, sharedUrl } from '#server/sign-in/configured.ts';
import type { Asked } from './arguments.ts';
import { builtApp } from './built-app.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { openingOf } from './with-store.ts';

const USUAL_HOST = '127.0.0.1';
const USUAL_PORT = 4848;

export async function serveCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { cwd, signal } = terminal;
  const opening = await openingOf(asked, terminal);
  const [host, port] = [hostOf(asked.flags.host), portOf(asked.flags.port)];
  const web = builtApp(terminal);
  const store = await openStore(opening);
  try {
    const onBug = (error: unknown) => terminal.warn(`${error instanceof Error ? error.stack : String(error)}\n`);
    const shared = sharedOf(asked, terminal, host);
    const serving = await serve({ store, opening, host, port, web, cwd, version: version(), shared, onBug });
    terminal.print(wordsOf(serving, web !== null, shared !== null));
    if (!signal.aborted) await once(signal, 'abort');
    await serving.close();
  } finally {
    await store.close();
  }
  return 0;
}

function wordsOf({ address, firstOwner }: Serving, app: boolean, shared: boolean): string {
  const shown = app ? ` Bifocal is at ${address}` : ` The API is at ${address}/api/openapi.json; the app is not built.`;
  const who = shared ? 'It answers to whoever is signed in.' : 'It answers to this machine alone.';
  const first = firstOwner === null ? '' : ` Become its first owner, once, within an hour: ${firstOwner}\n`;
  return `${shown}\n${first} ${who} Ctrl-C ends it.\n`;
}

/** Sign-in is on as soon as others can come: by the host that is listened at, or by an address that leads here. */
function sharedOf(asked: Asked, { env }: Terminal, host: string) {
  const { url } = asked.flags;
  if (typeof url !== 'string') return null;
  return { url: sharedUrl(url, host), openId: openIdOf(env) };
}

function hostOf(flag: Asked['flags'][string]): string {
  return typeof flag === 'string' ? flag : USUAL_HOST;
}

function portOf(flag: Asked['flags'][string]): number {
  if (typeof flag !== 'string') return USUAL_PORT;
  const port = Number(flag);
  if (/^\d{1,5}$/.test(flag) && port <= 65_535) return port;
  throw new BifocalError('USAGE', { cause: `--port takes a number up to 65535, not “${flag}”.`, command: 'serve' });
}
