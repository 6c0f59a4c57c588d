/** How alike one ask is to every change, in six ways of looking at their texts. */
import { learnTemplate } from '../clean/templates.ts';
import type { Asked, Changed } from './asked.ts';
import { CrossIndex } from './cross-index.ts';
import { TermMaker, type Terms } from './terms.ts';

export class Likeness {
  readonly asked: readonly Terms[];
  readonly changed: readonly Terms[];
  /** One row per way, a cell per change; filled by `look`. */
  readonly found: readonly Float32Array[];
  readonly #indexes: readonly CrossIndex[];

  constructor(asked: readonly Asked[], changed: readonly Changed[]) {
    const maker = new TermMaker();
    const template = learnTemplate(asked.map(({ body }) => body));
    this.asked = asked.map((ask) => maker.asked(ask, template));
    this.changed = changed.map((change) => maker.changed(change));
    const index = (ask: (terms: Terms) => readonly string[], change: (terms: Terms) => readonly string[]) =>
      new CrossIndex(this.asked.map(ask), this.changed.map(change));
    // Title to headline, all to all, letters, names out of code, all to headline, title to all.
    this.#indexes = [
      index(
        ({ title }) => withPairs(title),
        ({ title }) => withPairs(title),
      ),
      index(
        ({ title, all }) => [...title, ...title, ...all],
        ({ title, all }) => [...title, ...all],
      ),
      index(
        ({ letters }) => letters,
        ({ letters }) => letters,
      ),
      index(
        ({ names }) => names,
        ({ names }) => names,
      ),
      index(
        ({ all }) => all,
        ({ title }) => title,
      ),
      index(
        ({ title }) => title,
        ({ all }) => all,
      ),
    ];
    this.found = this.#indexes.map(() => new Float32Array(changed.length));
  }

  look(ask: number): void {
    for (const [way, index] of this.#indexes.entries()) index.likeness(this.found[way] as Float32Array, ask);
  }
}

function withPairs(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}
