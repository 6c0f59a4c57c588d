/** Builds real git repositories for tests: any dates, bytes, merges, tags and encodings, in one `git fast-import`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '#core/time.ts';

/** A commit of a world; its sha is known once the world is saved. */
export interface Made {
  readonly sha: string;
}

export interface CommitOptions {
  /** Path to content; null removes the path. Bytes are written as they are. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** ISO instant or ms UTC; without it one day after the commit made before. */
  readonly at?: string | number;
  /** When it was authored, if not `at`. */
  readonly authoredAt?: string | number;
  /** `Name <mail>` of author and committer. */
  readonly author?: string;
  /** The branch that moves; `main` without it. */
  readonly branch?: string;
  /** First parent, when it is not the tip of the branch; null begins a new root. */
  readonly from?: Made | null;
  /** Further parents: a merge. */
  readonly merges?: readonly Made[];
  /** The `encoding` header; the message is then given as bytes. */
  readonly encoding?: string;
}

const EPOCH = Date.UTC(2024, 0, 1);
const AUTHOR = 'Ada Maker <ada@example.org>';

/** A throw-away repository. Say `save()` after the last commit or tag, and `remove()` (or `using`) at the end. */
export class GitWorld {
  readonly folder: string;
  #input: Uint8Array[] = [];
  #marks = 0;
  #last = EPOCH - DAY;
  #shas = new Map<number, string>();
  #tips = new Map<string, Made>();
  #pending: number[] = [];

  constructor(options: { bare?: boolean; sha256?: boolean; name?: string } = {}) {
    this.folder = join(mkdtempSync(join(tmpdir(), 'bifocal-world-')), options.name ?? 'world');
    const flags = [...(options.bare ? ['--bare'] : []), ...(options.sha256 ? ['--object-format=sha256'] : [])];
    this.git('init', '-q', '-b', 'main', ...flags, this.folder);
  }

  /** One commit; subject and body are split by git's own rule (an empty line). */
  commit(message: string | Uint8Array, options: CommitOptions = {}): Made {
    const mark = ++this.#marks;
    const branch = options.branch ?? 'main';
    const at = toMs(options.at ?? this.#last + DAY);
    this.#last = at;
    const who = options.author ?? AUTHOR;
    this.#say(`commit refs/heads/${branch}\nmark :${mark}\n`);
    this.#say(`author ${who} ${seconds(toMs(options.authoredAt ?? at))} +0000\n`);
    this.#say(`committer ${who} ${seconds(at)} +0000\n`);
    if (options.encoding !== undefined) this.#say(`encoding ${options.encoding}\n`);
    this.#data(message);
    const parent = options.from === undefined ? this.#tips.get(branch) : options.from;
    if (parent) this.#say(`from ${this.#name(parent)}\n`);
    for (const merged of options.merges ?? []) this.#say(`merge ${this.#name(merged)}\n`);
    for (const [path, content] of Object.entries(options.files ?? {})) {
      if (content === null) this.#say(`D ${quoted(path)}\n`);
      else {
        this.#say(`M 100644 inline ${quoted(path)}\n`);
        this.#data(content);
      }
    }
    this.#say('\n');
    return this.#made(mark, branch);
  }

  /** A tag: annotated when it has a message, else a plain name. Any name that git can hold, `--help` too. */
  tag(name: string, of: Made, annotated?: { message: string; at?: string | number; tagger?: string }): void {
    if (annotated === undefined) {
      this.#say(`reset refs/tags/${name}\nfrom ${this.#name(of)}\n\n`);
      return;
    }
    const at = seconds(toMs(annotated.at ?? this.#last));
    this.#say(`tag ${name}\nfrom ${this.#name(of)}\ntagger ${annotated.tagger ?? AUTHOR} ${at} +0000\n`);
    this.#data(annotated.message);
  }

  /** Writes everything said so far; may be called again after more commits. */
  save(): this {
    for (const mark of this.#pending) this.#say(`get-mark :${mark}\n`);
    const answer = this.#run(['fast-import', '--quiet', '--force', '--date-format=raw'], Buffer.concat(this.#input));
    const shas = answer.trim().split('\n');
    for (const [at, mark] of this.#pending.entries()) this.#shas.set(mark, shas[at] ?? '');
    this.#input = [];
    this.#pending = [];
    return this;
  }

  /** Runs git in the world with nothing of the machine's configuration; gives its output without the last newline. */
  git(...args: string[]): string {
    return this.#run(args).replace(/\n$/, '');
  }

  remove(): void {
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    this.remove();
  }

  #run(args: readonly string[], input?: Uint8Array): string {
    const inside = args[0] === 'init' ? [] : ['-C', this.folder];
    const fixed = instant(this.#last);
    return execFileSync('git', [...inside, '-c', 'protocol.file.allow=always', ...args], {
      input: input ?? '',
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Ada Maker',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_AUTHOR_DATE: fixed,
        GIT_COMMITTER_NAME: 'Ada Maker',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
        GIT_COMMITTER_DATE: fixed,
      },
    });
  }

  #made(mark: number, branch: string): Made {
    const shas = this.#shas;
    const made = {
      mark,
      get sha(): string {
        const sha = shas.get(mark);
        if (sha === undefined) throw new Error('save() the world before asking for a sha');
        return sha;
      },
    };
    this.#tips.set(branch, made);
    this.#pending.push(mark);
    return made;
  }

  /** A mark within one import, a sha across imports. */
  #name(made: Made): string {
    const mark = (made as Made & { mark: number }).mark;
    return this.#shas.get(mark) ?? `:${mark}`;
  }

  #say(text: string): void {
    this.#input.push(Buffer.from(text));
  }

  #data(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#say(`data ${bytes.length}\n`);
    this.#input.push(bytes, Buffer.from('\n'));
  }
}

/** A path as fast-import reads it: in double quotes with C escapes. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function toMs(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at);
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function instant(ms: number): string {
  return `@${seconds(ms)} +0000`;
}
