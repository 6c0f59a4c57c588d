/** Starts the server on an address, and ends it: the one door of the app, the API and MCP over HTTP. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import { appOf } from './app.ts';
import type { OnBug } from './errors.ts';
import { Errands } from './hooks/errands.ts';
import { News } from './hooks/news.ts';
import { Lookups } from './jobs/lookups.ts';
import { Seeker } from './jobs/seeker.ts';
import { Workshop } from './jobs/workshop.ts';
import { isLoopback } from './loopback.ts';
import type { OpenId } from './sign-in/configured.ts';
import { inviteFirstOwner } from './sign-in/first-owner.ts';

export interface ServeOrder {
  readonly store: Store;
  /** How a second thread opens the same store. */
  readonly opening: Opening;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** The built app; null serves the API alone. */
  readonly web: string | null;
  /** Where relative paths and bifocal.json are looked for. */
  readonly cwd: string;
  readonly version: string;
  /** Where others find it, and how they sign in; null answers to this machine alone, without sign-in. */
  readonly shared: { readonly url: URL; readonly openId: OpenId | null } | null;
  /** Told of what nobody expected; what asked is answered all the same. */
  readonly onBug: OnBug;
}

export interface Opening {
  readonly url?: string;
  readonly file?: string;
  readonly key: Uint8Array;
}

export interface Serving {
  /** `http://127.0.0.1:4040` */
  readonly address: string;
  /** Opens once and makes whoever opens it the first owner; null where there is one, or nobody signs in. */
  readonly firstOwner: string | null;
  close(): Promise<void>;
}

/** Requests that are still answered when the server is asked to end have this long. */
const FAREWELL_MS = 2_000;

/** Rejects with NOT_LOOPBACK or ADDRESS_TAKEN. */
export async function serve(order: ServeOrder): Promise<Serving> {
  const { host, port } = order;
  if (!isLoopback(host) && order.shared === null)
    throw new BifocalError('NOT_LOOPBACK', { host, cause: 'sign-in needs one' });
  const signIn = order.shared && (await signedServer(order, order.shared));
  const [workshop, lookups] = [order, order].map(({ opening, cwd, onBug }) => new Workshop(opening, cwd, onBug)) as [
    Workshop,
    Workshop,
  ];
  const kept = new Lookups(order.store, lookups);
  const seeker = new Seeker(order);
  const errands = new Errands(order.store, order.shared === null, order.onBug);
  const news = new News(order.store, workshop, kept, errands);
  const closeBoth = async () => {
    news.close();
    await Promise.all([workshop.close(), lookups.close(), seeker.close(), errands.close()]);
  };
  const app = appOf({ ...order, workshop, lookups: kept, seeker, news, signIn });
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    await listening(server, host, port);
  } catch (error) {
    await closeBoth();
    throw error;
  }
  void errands.resume().catch(order.onBug);
  const { port: taken } = server.address() as AddressInfo;
  const local = `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
  return {
    address: order.shared?.url.origin ?? local,
    firstOwner: order.shared && (await inviteFirstOwner(order.store, order.shared.url)),
    close: async () => {
      await closeBoth();
      await ended(server);
    },
  };
}

/** The library of sign-in takes half a second to load: only where somebody signs in. */
async function signedServer(
  { store, opening: { key } }: ServeOrder,
  { url, openId }: NonNullable<ServeOrder['shared']>,
) {
  const { signInOf } = await import('./sign-in/sign-in.ts');
  return { url, openId, auth: signInOf({ store, url, key, openId }) };
}

function listening(server: ServerType, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const cause = error.code === 'EADDRINUSE' ? 'another program uses it' : error.message;
      reject(new BifocalError('ADDRESS_TAKEN', { address: `${host}:${port}`, cause }, error));
    });
    server.listen(port, host, resolve);
  });
}

function ended(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), FAREWELL_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
