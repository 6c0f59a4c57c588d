/** What is known of all saved files together: who the makers are, how many comments a thread has, what is left out. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { type Published, releaseRows } from '../published.ts';
import { isMaker, type Person, type Side, sideOf } from './people.ts';
import { publisherOf, type Repository } from './repository.ts';
import { keyOf, repositoryOf, type Saved } from './saved.ts';
import { closingRow, commentRow, happeningRow, type Thread, threadRow } from './thread.ts';

const ASK_FOR =
  'number,title,body,author,createdAt,updatedAt,closedAt,state,stateReason,labels,comments,reactionGroups,url';

export class Survey {
  objects = 0;
  /** Objects of a kind that rows are made from. */
  known = 0;
  newest: number | null = null;
  name: string | null = null;
  readonly #fallback: Repository | null;
  readonly #comments = new Map<string, number>();
  readonly #makers = new Set<string>();
  #makersShown = false;
  readonly #releases = new Map<string, { repository: Repository; published: Published }>();
  #ghWithoutComments = 0;
  #ghWithoutAuthor = 0;

  constructor(fallback: Repository | null) {
    this.#fallback = fallback;
  }

  take(saved: Saved): void {
    this.objects += 1;
    if (saved.is === 'other' || saved.is === 'none') return;
    this.known += 1;
    const repository = repositoryOf(saved, this.#fallback);
    if (repository === null) return;
    this.name ??= repository.name;
    this.#makers.add(repository.owner);
    if (saved.is === 'gh') {
      const { thread, comments, makers } = saved.value;
      this.#meet(thread.person, thread.association, thread.at, thread.changedAt, thread.closedAt);
      for (const { person, association, at } of comments) this.#meet(person, association, at);
      for (const login of makers) this.#makers.add(login);
      this.#ghWithoutComments += thread.comments === null && comments.length === 0 ? 1 : 0;
      this.#ghWithoutAuthor += thread.person === null ? 1 : 0;
    } else if (saved.is === 'release') {
      const { value: published } = saved;
      this.#meet(null, null, published.at);
      this.#releases.set(`${keyOf(repository, 0)} ${published.tag}`, { repository, published });
    } else if (saved.is === 'happening') this.#meet(null, null, saved.value.at);
    else this.#meet(saved.value.person, saved.value.association, saved.value.at, saved.value.changedAt);
    if (saved.is !== 'comment') return;
    const key = keyOf(repository, saved.value.number);
    this.#comments.set(key, (this.#comments.get(key) ?? 0) + 1);
  }

  /** Null when the row cannot be taken. */
  rows(saved: Saved): Gathered[] | null {
    if (saved.is === 'none' || saved.is === 'other') return null;
    const repository = repositoryOf(saved, this.#fallback);
    if (repository === null) return null;
    switch (saved.is) {
      case 'gh': {
        const { thread, comments } = saved.value;
        const own = this.#thread(repository, thread, comments.length);
        return [...own, ...comments.map((comment) => commentRow(repository, comment))];
      }
      case 'thread':
        return this.#thread(repository, saved.value, this.#comments.get(keyOf(repository, saved.value.number)) ?? 0);
      case 'comment':
        return [commentRow(repository, saved.value)];
      case 'happening':
        return [happeningRow(repository, saved.value)];
      case 'release':
        return [];
    }
  }

  releases(): Gathered[] {
    const groups = Map.groupBy(this.#releases.values(), ({ repository }) => keyOf(repository, 0));
    return [...groups.values()].flatMap((group) =>
      releaseRows(
        publisherOf((group[0] as { repository: Repository }).repository),
        group.map(({ published }) => published),
      ),
    );
  }

  missing(): Missing[] {
    const missing: Missing[] = [];
    const again = `Write the file again with --json ${ASK_FOR}.`;
    const say = (because: string) => missing.push({ source: 'github', code: 'NOT_COLLECTED', because, remedy: again });
    const threads = (count: number) => (count === 1 ? '1 thread' : `${count} threads`);
    if (this.#ghWithoutComments > 0)
      say(
        `The file does not tell the comments of ${threads(this.#ghWithoutComments)}; none of them is called unanswered.`,
      );
    if (this.#ghWithoutAuthor > 0) say(`The file does not tell who opened ${threads(this.#ghWithoutAuthor)}.`);
    return missing;
  }

  #thread(repository: Repository, thread: Thread, seen: number): Gathered[] {
    const closing = closingRow(repository, thread);
    const row = threadRow(repository, thread, seen, this.#sideOf(thread));
    return closing === null ? [row] : [row, closing];
  }

  /**
   * `gh` does not say what an opener is to the repository, only what those who comment are. Who is nowhere among
   * the makers that the files show is an outsider; where they show none, nobody can be told.
   */
  #sideOf({ person, association }: Thread): Side {
    if (association !== null || person === null || person.bot) return sideOf(person, association);
    if (this.#makers.has(person.login)) return 'maker';
    return this.#makersShown ? 'outsider' : 'unknown';
  }

  #meet(person: Person | null, association: string | null, ...times: readonly (number | null)[]): void {
    for (const at of times) if (at !== null && (this.newest === null || at > this.newest)) this.newest = at;
    if (person === null || person.bot || !isMaker(association)) return;
    this.#makers.add(person.login);
    this.#makersShown = true;
  }
}
