/** Asks many commits at once what they hold: whether a path is there, or whether a text in some files still matches. */
import type { Git } from '#core/source.ts';
import { headOf, LINE_END, type ObjectHead, readText } from './documents-objects.ts';
import { Conversation } from './offers-conversation.ts';

/** What is larger is not opened, and counts as still holding what is sought: nothing is called removed by a guess. */
const LARGEST = 5_000_000;

export interface PathAsk {
  readonly sha: string;
  readonly paths: readonly string[];
}

export interface TextAsk extends PathAsk {
  readonly matcher: Pick<RegExp, 'source' | 'test'>;
}

/** Remembers answers by blob, since most commits leave most files as they were. To be closed after use. */
export class Probe {
  readonly #git: Git;
  readonly #answers = new Map<string, boolean>();
  #heads: Conversation | null = null;
  #texts: Conversation | null = null;

  constructor(git: Git) {
    this.#git = git;
  }

  /** Whether any of the paths is a file or folder there. */
  async exist(asks: readonly PathAsk[]): Promise<boolean[]> {
    const heads = await this.#headsOf(asks);
    return heads.map((found) => found.length > 0);
  }

  /** Whether the text of any of the files matches there. */
  async match(asks: readonly TextAsk[]): Promise<boolean[]> {
    const heads = await this.#headsOf(asks);
    const answers: boolean[] = [];
    for (const [at, { matcher }] of asks.entries()) {
      let matches = false;
      for (const { oid, size } of heads[at] ?? []) matches ||= size > LARGEST || (await this.#matches(oid, matcher));
      answers.push(matches);
    }
    return answers;
  }

  async close(): Promise<void> {
    await this.#heads?.close();
    await this.#texts?.close();
  }

  async #headsOf(asks: readonly PathAsk[]): Promise<ObjectHead[][]> {
    this.#heads ??= new Conversation(this.#git, ['cat-file', '--batch-check']);
    const { answers } = this.#heads;
    for (const ask of asks) for (const name of namesOf(ask)) this.#heads.ask(name);
    const found: ObjectHead[][] = [];
    for (const ask of asks) {
      const there: ObjectHead[] = [];
      for (const _ of namesOf(ask)) {
        const head = headOf((await answers.until(LINE_END))?.toString('utf8') ?? '');
        if (head !== null) there.push(head);
      }
      found.push(there);
    }
    return found;
  }

  async #matches(oid: string, matcher: TextAsk['matcher']): Promise<boolean> {
    const key = `${oid} ${matcher.source}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#texts ??= new Conversation(this.#git, ['cat-file', '--batch']);
    this.#texts.ask(oid);
    const line = (await this.#texts.answers.until(LINE_END))?.toString('utf8') ?? '';
    const { text } = await readText(this.#texts.answers, line);
    const matches = text !== null && matcher.test(text);
    this.#answers.set(key, matches);
    return matches;
  }
}

function namesOf({ sha, paths }: PathAsk): string[] {
  return paths.filter((path) => !path.includes('\n')).map((path) => `${sha}:${path}`);
}

/** A stretch of a list between a place where something is so and one where it is not. */
export interface Stretch {
  readonly so: number;
  readonly not: number;
}

/**
 * Narrows many stretches at once until both ends are neighbours. `ask` is called once per round with the places to look
 * at; where the answer changes more than once within a stretch, one of the changes is found, and it is a true one.
 */
export async function narrow(
  stretches: readonly Stretch[],
  ask: (places: readonly { readonly stretch: number; readonly place: number }[]) => Promise<readonly boolean[]>,
): Promise<Stretch[]> {
  const narrowed = stretches.map(({ so, not }) => ({ so, not }));
  for (;;) {
    const places = narrowed.flatMap(({ so, not }, stretch) =>
      Math.abs(so - not) <= 1 ? [] : [{ stretch, place: Math.floor((so + not) / 2) }],
    );
    if (places.length === 0) return narrowed;
    const answers = await ask(places);
    for (const [at, { stretch, place }] of places.entries()) {
      const open = narrowed[stretch];
      if (open === undefined) continue;
      if (answers[at]) open.so = place;
      else open.not = place;
    }
  }
}
