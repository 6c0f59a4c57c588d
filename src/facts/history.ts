/** The history as read: commits with parents before children, their paths interned, and when each landed. */
import type { Evidence } from '#core/evidence.ts';
import { DAY } from '#core/time.ts';
import { type Collector, collectFact } from './define-fact.ts';
import { flagIn, textIn, textsIn } from './rules/fields.ts';
import { breaksSomething, revertedShas } from './rules/messages.ts';
import { parentsFirst } from './rules/topology.ts';
import type { Commit, History } from './values.ts';

const NONE: readonly never[] = Object.freeze([]);

/** Clocks differ by hours, seldom by days: a parent missing this long before the reading's moment was cut off. */
const SKEW = 30 * DAY;

/** Rows as they come, by column: one object per commit is made only once its final place is known. */
class HistoryCollector implements Collector<Evidence, History> {
  readonly #at: number;
  readonly #known: number;
  readonly #rowOf = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #shas: string[] = [];
  readonly #times: number[] = [];
  readonly #parents: (readonly string[])[] = [];
  readonly #lands: (string | null)[] = [];
  readonly #on: boolean[] = [];
  readonly #authors: (string | null)[] = [];
  readonly #subjects: string[] = [];
  readonly #reverts: (readonly string[])[] = [];
  readonly #breaking: boolean[] = [];
  readonly #touched: (readonly number[])[] = [];
  readonly #pathOf = new Map<string, number>();
  readonly #paths: string[] = [];
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  readonly #names = new Map<string, string>();
  #pathsKnown = true;
  #whole = true;
  #others = 0;

  constructor(at: number, until: number) {
    this.#at = at;
    this.#known = until;
  }

  take(row: Evidence): void {
    if (row.type !== 'commit') {
      this.#others += 1;
      return;
    }
    const parents = textsIn(row.data, 'parents') ?? NONE;
    const on = flagIn(row.data, 'on');
    if (flagIn(row.data, 'shallow')) this.#whole = false;
    this.#rowOf.set(row.externalId, this.#ids.length);
    this.#ids.push(row.id);
    this.#shas.push(row.externalId);
    this.#times.push(row.at);
    this.#parents.push(parents.length === 0 ? NONE : parents.map((sha) => this.#sameSha(sha)));
    const land = textIn(row.data, 'land');
    this.#lands.push(land === null ? null : this.#sameSha(land));
    this.#on.push(on);
    this.#authors.push(row.authorId === null ? null : this.#once(row.authorId));
    this.#subjects.push(row.title ?? '');
    const reverts = revertedShas(row.body);
    this.#reverts.push(reverts.length === 0 ? NONE : reverts);
    this.#breaking.push(breaksSomething(row.title ?? '', row.body));
    this.#touched.push(this.#touch(textsIn(row.data, 'paths'), parents.length > 1, row.at, on));
  }

  /** The string that the commit itself came with, where it is known by now: another for each child took 15 MB on rails. */
  #sameSha(sha: string): string {
    return this.#shas[this.#rowOf.get(sha) ?? -1] ?? sha;
  }

  /** Author ids come as a new string with every row; one copy of each is kept. */
  #once(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    this.#names.set(text, text);
    return text;
  }

  #touch(statuses: readonly string[] | null, merge: boolean, at: number, on: boolean): readonly number[] {
    if (statuses === null) {
      if (!merge) this.#pathsKnown = false;
      return NONE;
    }
    if (statuses.length === 0) return NONE;
    const touched = new Array<number>(statuses.length);
    for (let each = 0; each < statuses.length; each += 1) {
      const status = statuses[each] as string;
      const path = this.#intern(status.slice(2));
      touched[each] = path;
      if (!on) continue;
      if ((this.#from[path] as number) > at) this.#from[path] = at;
      this.#until[path] = status.startsWith('D') ? at : Number.POSITIVE_INFINITY;
    }
    return touched;
  }

  #intern(path: string): number {
    const known = this.#pathOf.get(path);
    if (known !== undefined) return known;
    const index = this.#paths.length;
    this.#pathOf.set(path, index);
    this.#paths.push(path);
    this.#from.push(Number.POSITIVE_INFINITY);
    this.#until.push(Number.POSITIVE_INFINITY);
    return index;
  }

  done(): History {
    const parents = this.#parents.map((shas, row) => {
      if (shas.length === 0) return NONE;
      const known: number[] = [];
      for (const sha of shas) {
        const parent = this.#rowOf.get(sha);
        if (parent !== undefined) known.push(parent);
        else if ((this.#times[row] as number) < this.#at - SKEW) this.#whole = false;
      }
      return known;
    });
    const { order, placeOf } = parentsFirst(parents);
    const commits = order.map((row): Commit => {
      const land = this.#lands[row] ?? null;
      const landed = land === null ? undefined : this.#rowOf.get(land);
      const known = parents[row] as readonly number[];
      return {
        id: this.#ids[row] as string,
        sha: this.#shas[row] as string,
        parents: known.length === 0 ? NONE : known.map((parent) => placeOf[parent] as number),
        at: this.#times[row] as number,
        landedAt: landed === undefined ? null : (this.#times[landed] as number),
        authorId: this.#authors[row] as string | null,
        merge: (this.#parents[row] as readonly string[]).length > 1,
        subject: this.#subjects[row] as string,
        reverts: this.#reverts[row] as readonly string[],
        breaking: this.#breaking[row] as boolean,
        touched: this.#touched[row] as readonly number[],
      };
    });
    const head = this.#head(parents);
    return {
      commits,
      paths: this.#paths,
      stood: { from: Float64Array.from(this.#from), until: Float64Array.from(this.#until) },
      head: head < 0 ? -1 : (placeOf[head] as number),
      whole: this.#whole,
      until: this.#known,
      pathsKnown: this.#pathsKnown,
      others: this.#others,
    };
  }

  /** The tip of the first-parent line; read in the past, where the tip was then. Rows come in (at, id) order: last is newest. */
  #head(parents: readonly (readonly number[])[]): number {
    const followed = new Uint8Array(parents.length);
    const hasChild = new Uint8Array(parents.length);
    for (let row = 0; row < parents.length; row += 1) {
      if (!this.#on[row]) continue;
      const known = parents[row] as readonly number[];
      for (const parent of known) hasChild[parent] = 1;
      if (this.#lands[row] === this.#shas[row] && known[0] !== undefined) followed[known[0]] = 1;
    }
    let tip = -1;
    for (let row = 0; row < parents.length; row += 1) {
      if (this.#on[row] && this.#lands[row] === this.#shas[row] && !followed[row]) tip = row;
    }
    if (tip >= 0) return tip;
    for (let row = 0; row < parents.length; row += 1) if (this.#on[row] && !hasChild[row]) tip = row;
    return tip;
  }
}

export default collectFact({
  id: 'history',
  version: 2,
  reads: 'changes',
  collect: ({ at, shippedUntil = at }) => new HistoryCollector(at, Math.min(at, shippedUntil)),
});
