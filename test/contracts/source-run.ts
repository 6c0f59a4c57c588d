/** Runs one gather of a source as the engine would, and keeps all it said. */
import { Socket } from 'node:net';
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { canonical } from '#core/json.ts';
import type { Batch, Git, Http, RefusedRow, Source } from '#core/source.ts';

/** What a source is handed in one world. */
export interface OpenWorld {
  readonly options: unknown;
  readonly git?: Git;
  readonly http?: Http;
  readonly deep?: boolean;
  /** Lets something new happen, for the tests of resuming. */
  grow?(): void | Promise<void>;
  close?(): void | Promise<void>;
}

export interface Heard {
  readonly items: readonly Gathered[];
  readonly missing: readonly Missing[];
  readonly refused: readonly RefusedRow[];
  readonly replaces: readonly { readonly origin: string; readonly type: string }[];
  readonly cursor: string | null;
  readonly observedUntil: number | null;
  /** Everything that was yielded, as bytes. */
  readonly bytes: string;
}

export interface RunOptions {
  readonly cursor?: string | null;
  readonly until?: number | null;
  readonly signal?: AbortSignal;
  readonly http?: Http;
  /** Told of each batch as it comes. */
  readonly onBatch?: (batch: Batch) => void;
}

export async function run(source: Source, world: OpenWorld, options: RunOptions = {}): Promise<Heard> {
  const batches: Batch[] = [];
  const gathering = {
    options: source.options.parse(world.options),
    cursor: options.cursor ?? null,
    until: options.until ?? null,
    deep: world.deep ?? false,
    git: world.git ?? noGit,
    http: options.http ?? world.http ?? noHttp,
    signal: options.signal ?? new AbortController().signal,
    progress: () => undefined,
  };
  for await (const batch of source.gather(gathering)) {
    batches.push(batch);
    options.onBatch?.(batch);
  }
  return {
    items: batches.flatMap(({ items = [] }) => items),
    missing: batches.flatMap(({ missing = [] }) => missing),
    refused: batches.flatMap(({ refused = [] }) => refused),
    replaces: batches.flatMap(({ replaces = [] }) => replaces),
    cursor: batches.findLast(({ cursor }) => cursor !== undefined)?.cursor ?? null,
    observedUntil: batches.findLast(({ observedUntil }) => observedUntil !== undefined)?.observedUntil ?? null,
    bytes: canonical(batches),
  };
}

export function keyOf({ kind, origin, externalId }: Gathered): string {
  return canonical([kind, origin, externalId]);
}

/** How many connections this process opened while `work` ran. */
export async function connectionsDuring(work: () => Promise<unknown>): Promise<number> {
  const connect = Socket.prototype.connect;
  let connections = 0;
  const counted = function (this: Socket, ...args: unknown[]): Socket {
    connections += 1;
    return Reflect.apply(connect, this, args) as Socket;
  };
  Socket.prototype.connect = counted as typeof connect;
  try {
    await work();
  } finally {
    Socket.prototype.connect = connect;
  }
  return connections;
}

const noGit: Git = {
  text: () => Promise.reject(new BifocalError('NOTHING_TO_READ', { target: 'This world' })),
  // biome-ignore lint/correctness/useYield: a stream that fails before its first piece
  async *stream() {
    throw new BifocalError('NOTHING_TO_READ', { target: 'This world' });
  },
};

const noHttp: Http = { get: (url) => Promise.reject(new Error(`this world has no network, yet ${url} was asked for`)) };
