/** Runs git for sources: scrubbed, one process per question, ended as soon as nobody listens. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { parse } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BifocalError } from '#core/errors.ts';
import type { Git, Urgency } from '#core/source.ts';
import { findRepository, type RepositoryPlace } from './git-folder.ts';
import { gitProgram } from './git-program.ts';
import { commandLine, environment } from './git-settings.ts';

/** `text()` is for short answers; what may be longer is streamed. */
const LONGEST_TEXT = 64 * 2 ** 20;

/** Enough for git's last words; a repository may make it warn without end. */
const LONGEST_COMPLAINT = 8_192;

/** Git runs outside every work tree, so that no uncommitted file (`.mailmap`, `.gitattributes`) changes an answer. */
const OUTSIDE = parse(process.cwd()).root;

type Input = AsyncIterable<string> | Iterable<string>;

/** A git over the repository that `folder` lies in. Nothing is started, and nothing can fail, before the first call. */
export function openGit(folder: string, signal?: AbortSignal): Git {
  let found: RepositoryPlace | null = null;

  function start(args: readonly string[], urgency?: Urgency): Running {
    if (signal?.aborted) throw new BifocalError('INTERRUPTED');
    found ??= findRepository(folder);
    if (found === null) throw new BifocalError('NOTHING_TO_READ', { target: folder });
    return takeEarly(found, args) ?? begin(folder, found, args, urgency);
  }

  async function* stream(args: readonly string[], input?: Input, urgency?: Urgency): AsyncGenerator<Uint8Array> {
    const running = start(args, urgency);
    const stop = () => running.end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      running.feed(input);
      yield* running.output();
      await running.finished();
    } catch (error) {
      throw signal?.aborted ? new BifocalError('INTERRUPTED', {}, error) : error;
    } finally {
      signal?.removeEventListener('abort', stop);
      await running.end();
    }
  }

  async function text(args: readonly string[], input?: string): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of stream(args, input === undefined ? undefined : [input])) {
      length += piece.length;
      if (length > LONGEST_TEXT)
        throw new BifocalError('GIT_FAILED', { target: folder, cause: 'its answer is too long' });
      pieces.push(piece);
    }
    return Buffer.concat(pieces, length).toString('utf8');
  }

  return { text, stream };
}

function begin(folder: string, place: RepositoryPlace, args: readonly string[], urgency?: Urgency): Running {
  const options = { cwd: OUTSIDE, env: environment(process.env), windowsHide: true };
  return new Running(folder, givingWay(spawn(gitProgram(), commandLine(place, args), options), urgency));
}

interface Asked {
  readonly args: readonly string[];
  readonly urgency?: Urgency;
}

/** Questions that were asked before anybody wanted the answers, by repository and words. */
const early = new Map<string, Running>();

function keyOf({ gitFolder }: RepositoryPlace, args: readonly string[]): string {
  return [gitFolder, ...args].join('\0');
}

function takeEarly(place: RepositoryPlace, args: readonly string[]): Running | undefined {
  const key = keyOf(place, args);
  const taken = early.get(key);
  early.delete(key);
  return taken;
}

/**
 * Asks some questions that take no input of the repository that a folder lies in, if it lies in one: whoever asks the
 * same next is handed the answer. Ends what nobody wanted when told to.
 */
export function askEarly(folder: string, questions: readonly Asked[]): () => Promise<void> {
  const place = findRepository(folder);
  const asked =
    place === null
      ? []
      : questions.map(({ args, urgency }) => [keyOf(place, args), begin(folder, place, args, urgency)] as const);
  for (const [key, running] of asked) early.set(key, running.held());
  return async () => {
    const unwanted = asked.filter(([key, running]) => early.get(key) === running && early.delete(key));
    await Promise.all(unwanted.map(([, running]) => running.end()));
  };
}

/**
 * Several gits work at once while this process takes in what they print: they run below normal priority, so that the
 * process that people wait for comes first, and below it the gits whose answers are wanted soonest.
 */
function givingWay<Child extends { readonly pid?: number | undefined }>(child: Child, urgency?: Urgency): Child {
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  try {
    if (child.pid === undefined || urgency === 'first') return child;
    setPriority(child.pid, urgency === 'last' ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended at once, or the system allows no change: then it runs as it does.
  }
  return child;
}

/** One git process from start to end. */
class Running {
  readonly #target: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<void>;
  #complaint = '';
  #failure: Error | null = null;

  constructor(target: string, process: ChildProcessWithoutNullStreams) {
    this.#target = target;
    this.#process = process;
    this.#closed = new Promise((resolve) => process.once('close', () => resolve()));
    process.once('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??=
        error.code === 'ENOENT'
          ? new BifocalError('GIT_MISSING', { target }, error)
          : new BifocalError('GIT_FAILED', { target, cause: error.code ?? error.message }, error);
    });
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-LONGEST_COMPLAINT);
    });
    process.stdin.on('error', () => {});
  }

  /** Hands git its input at the pace it reads. Git may stop reading early; an input that fails by itself is a failure. */
  feed(input: Input | undefined): void {
    if (input === undefined) {
      this.#process.stdin.end();
      return;
    }
    const given: Input = input;
    let failed = false;
    async function* watched(): AsyncGenerator<string> {
      try {
        yield* given;
      } catch (error) {
        failed = true;
        throw error;
      }
    }
    pipeline(Readable.from(watched()), this.#process.stdin).catch((error: Error) => {
      if (!failed) return;
      this.#failure ??= error;
      this.end();
    });
  }

  /** Keeps what is printed until somebody reads it: Node throws away what nobody listens to when a process ends. */
  held(): this {
    this.#process.stdout.on('readable', nothing);
    return this;
  }

  async *output(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of this.#process.stdout) yield piece as Uint8Array;
    } catch (error) {
      throw this.#failure ?? error;
    }
  }

  /** Rejects unless git ended by itself and well. */
  async finished(): Promise<void> {
    await this.#closed;
    if (this.#failure) throw this.#failure;
    const { exitCode, signalCode } = this.#process;
    if (exitCode === 0) return;
    // Ctrl-C reaches git as it reaches Bifocal, and may be heard there first.
    if (signalCode === 'SIGINT') throw new BifocalError('INTERRUPTED');
    const cause = lastLine(this.#complaint) || (signalCode ? `ended by ${signalCode}` : `status ${exitCode}`);
    throw new BifocalError('GIT_FAILED', { target: this.#target, cause });
  }

  /** Ends git if it still runs, and waits until it is gone. */
  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill();
    this.#process.stdin.destroy();
    this.#process.stdout.destroy();
    await this.#closed;
  }
}

function nothing(): void {}

/** Git's last words, short, without the credentials that an address may carry. */
function lastLine(complaint: string): string {
  const lines = complaint.trimEnd().split('\n');
  const line = lines.findLast((said) => /^(fatal|error): /.test(said)) ?? lines.at(-1) ?? '';
  return line
    .replace(/^(fatal|error|warning): /, '')
    .trim()
    .slice(0, 300)
    .replace(/\/\/[^@/\s]+@/g, '//');
}
