/** Tells a bot under a human-looking name: what it writes follows a few templates, and it only keeps the books. */

/** Fewer commits than this show no habit. */
const LEAST_COMMITS = 20;

/** The share of an author's commits that must follow the templates, and touch nothing but bookkeeping. */
const NEARLY_ALL = 0.95;

/** An updater words a single update, a group of them, and a lock file in three ways. */
const TEMPLATES = 3;

/** What stands for itself in any subject of an updater: names, versions, hashes, numbers. */
const NAMED_THING =
  /\b(bump|update|upgrade|pin|lock|dependency|package|module|action|tag|digest|image|crate|gem|requirement|from|to|in)\s{1,3}(?!dependency|package|module|action|tag|digest|image|all|the|from|to|in\b)[^\s]{1,120}/g;
const SPECIAL = /[^\s]{0,60}[\d@/._-][^\s]{0,120}/g;

/** The subject with everything that changes from one update to the next blotted out. */
export function templateOf(subject: string): string {
  return subject
    .slice(0, 300)
    .toLowerCase()
    .replace(SPECIAL, '#')
    .replace(NAMED_THING, '$1 #')
    .replace(/#(?:[\s,(]{0,3}#){1,30}/g, '#')
    .trim();
}

/** Counts first, since wording is read only of those few who do nothing else. */
export class Habit {
  #commits = 0;
  #bookkeeping = 0;

  add(onlyBookkeeping: boolean): void {
    this.#commits += 1;
    if (onlyBookkeeping) this.#bookkeeping += 1;
  }

  onlyKeepsBooks(): boolean {
    return this.#commits >= LEAST_COMMITS && this.#bookkeeping >= NEARLY_ALL * this.#commits;
  }

  /** Why it is a bot, given all its subjects; null when it is not. */
  because(subjects: readonly string[]): string | null {
    if (!this.onlyKeepsBooks()) return null;
    const templates = new Map<string, number>();
    for (const subject of subjects) {
      const template = templateOf(subject);
      templates.set(template, (templates.get(template) ?? 0) + 1);
    }
    const counts = [...templates.values()].sort((a, b) => b - a).slice(0, TEMPLATES);
    const followed = counts.reduce((sum, count) => sum + count, 0);
    if (followed < NEARLY_ALL * this.#commits) return null;
    const wordings = counts.length === 1 ? 'one wording' : `${counts.length} wordings`;
    return (
      `${followed} of its ${this.#commits} commits follow ${wordings}, and ${this.#bookkeeping} touch only ` +
      'manifests, locks, version files, changelogs or workflows.'
    );
  }
}
