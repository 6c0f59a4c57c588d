/** What a changelog's cursor holds: each file's content id, and the gaps it left, so that a gather without news says the same. */
import type { Gap } from './gaps.ts';

export interface SeenFile {
  /** A blob id or a digest: the same content has the same one. */
  readonly content: string;
  readonly gaps: readonly Gap[];
}

export class SeenFiles {
  readonly #before: ReadonlyMap<string, SeenFile>;
  readonly #now = new Map<string, SeenFile>();

  constructor(cursor: string | null) {
    this.#before = new Map(Object.entries(JSON.parse(cursor ?? '{}') as Record<string, SeenFile>));
  }

  /** True when the file stands as it was read before; what was said of it then still holds. */
  unchanged(path: string, content: string): boolean {
    const before = this.#before.get(path);
    if (before?.content !== content) return false;
    this.#now.set(path, before);
    return true;
  }

  read(path: string, content: string, gaps: readonly Gap[]): void {
    this.#now.set(path, { content, gaps });
  }

  get gaps(): Gap[] {
    return this.#sorted().flatMap(([, { gaps }]) => gaps);
  }

  /** Read before and not there any more. */
  get gone(): string[] {
    return [...this.#before.keys()].filter((path) => !this.#now.has(path));
  }

  get cursor(): string {
    return JSON.stringify(Object.fromEntries(this.#sorted()));
  }

  #sorted(): [string, SeenFile][] {
    return [...this.#now].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
