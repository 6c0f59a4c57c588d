/** Line survival without blame (`--deep`): the first-parent history is played once, and every line's birth kept. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import { DAY } from '#core/time.ts';
import { LineAges } from './lines-ages.ts';
import { Lives, type Month } from './lines-lives.ts';
import { type FilePatch, PatchParser, type PatchReader } from './lines-patch.ts';
import { kindOf } from './lines-paths.ts';
import type { Lined } from './renewal.ts';
import { NO_LOCKFILES } from './renewal-lockfiles.ts';

type Progress = (done: number, total: number) => void;

/** Commits between two words of progress. */
const STEP = 200;

export async function* readLines(git: Git, pinned: Lined, progress?: Progress): AsyncGenerator<Batch, void> {
  try {
    const months = await readMonths(git, pinned, progress);
    yield { items: months.map((month) => rowOf(pinned, month)) };
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    yield { missing: [absent] };
  }
}

async function readMonths(git: Git, { head, headAt, firstParent }: Lined, progress?: Progress): Promise<Month[]> {
  const replay = new Replay(new Map(firstParent.map(({ sha, at }) => [sha, at])), progress);
  const parser = new PatchParser(replay);
  const shape = [
    '--reverse',
    '--first-parent',
    '-m',
    '-p',
    '-U0',
    '-M',
    '-l400',
    '--full-index',
    '--ignore-submodules=all',
  ];
  for await (const piece of git.stream(['log', ...shape, '--format=%x00%H %ct', head, '--', ...NO_LOCKFILES]))
    parser.push(piece);
  parser.end();
  return replay.end(headAt);
}

/** Holds every file's lines while the history goes by. */
class Replay implements PatchReader {
  readonly #times: ReadonlyMap<string, number>;
  readonly #progress: Progress | undefined;
  readonly #files = new Map<string, LineAges>();
  readonly #lives = new Lives();
  #day = 0;
  #done = 0;

  constructor(times: ReadonlyMap<string, number>, progress: Progress | undefined) {
    this.#times = times;
    this.#progress = progress;
  }

  commit(text: string): void {
    const [sha = '', seconds = ''] = text.split(' ');
    this.#day = Math.floor((this.#times.get(sha) ?? Number(seconds) * 1000) / DAY);
    this.#done += 1;
    if (this.#done % STEP === 0) this.#progress?.(this.#done, this.#times.size);
  }

  file({ from, to, as, hunks }: FilePatch): void {
    if (as === 'other') return;
    const known = from === null ? undefined : this.#files.get(from);
    if (from !== null && from !== to) this.#files.delete(from);
    const lines = known ?? new LineAges();
    const kind = kindOf(from ?? to ?? '');
    const gone = (born: number, count: number) => {
      if (kind !== null) this.#lives.add(kind, born, this.#day, count, 1);
    };
    if (as === 'binary' || to === null) {
      lines.each(gone);
      if (to !== null) this.#files.delete(to);
      return;
    }
    lines.patch(hunks, this.#day, gone);
    this.#files.set(to, lines);
  }

  end(headAt: number): Month[] {
    const today = Math.floor(headAt / DAY);
    for (const [path, lines] of this.#files) {
      const kind = kindOf(path);
      if (kind !== null) lines.each((born, count) => this.#lives.add(kind, born, today, count, 0));
    }
    return this.#lives.months();
  }
}

function rowOf(pinned: Lined, { name, born, lines, lives }: Month): Gathered {
  return {
    kind: 'event',
    type: 'lines',
    origin: pinned.origin,
    externalId: `lines:${name}`,
    author: null,
    at: pinned.headAt,
    amount: lines,
    data: { born, head: pinned.head, lives: { product: lives.product, telling: lives.telling } },
  };
}

const absent: Missing = {
  source: 'git',
  code: 'NOT_COLLECTED',
  because: 'How long lines live is not known: files of the past are not in this clone.',
  remedy: 'Read a clone that was made without --filter.',
};
