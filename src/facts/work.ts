/** What each commit is: its kind, whether a customer could notice it, whether it made or told, and whether a bot wrote it. */
import { computeFact } from './define-fact.ts';
import { isDependencyUpdate, isForm, isRevert, isVersioning, kindOfWords } from './rules/kind-words.ts';
import { type Named, quotedByRevert, readSubject, type Subject } from './rules/subject.ts';
import type { Areas, Commit, History, People, Work, WorkKind } from './values.ts';

/** An update of a dependency that alters more files of the product than this is a migration: it changes the product. */
const MIGRATION = 3;

export default computeFact({
  id: 'work',
  version: 1,
  facts: ['history', 'people', 'areas'],
  compute: ({ history, people, areas }) => workOf(history, people, areas),
});

function workOf(history: History, people: People, areas: Areas): Work {
  const size = history.commits.length;
  const kind = new Array<WorkKind>(size).fill('other');
  const told = new Array<Work['told'][number]>(size).fill('paths');
  const work: Work = {
    kind,
    told,
    bot: new Uint8Array(size),
    visible: new Uint8Array(size),
    making: new Uint8Array(size),
    telling: new Uint8Array(size),
  };
  for (const [index, commit] of history.commits.entries()) {
    if (commit.authorId !== null && people.bots.has(commit.authorId)) work.bot[index] = 1;
    if (commit.merge) continue;
    const touches = countAreas(commit, areas);
    const subject = readSubject(commit.subject);
    const [named, how] = kindOf(subject, touches);
    kind[index] = named === 'noticed' ? 'refactor' : named;
    told[index] = how;
    if (touches.telling > 0) work.telling[index] = 1;
    if (touches.product === 0) continue;
    if (!inSubstance(subject, named, how, touches.product)) continue;
    work.making[index] = 1;
    if (isNoticed(commit, named)) work.visible[index] = 1;
  }
  return work;
}

interface Touches {
  readonly product: number;
  readonly telling: number;
  readonly all: number;
}

function countAreas({ touched }: Commit, areas: Areas): Touches {
  let product = 0;
  let telling = 0;
  for (const path of touched) {
    const area = areas.of[path];
    if (area === 'product') product += 1;
    else if (area === 'telling') telling += 1;
  }
  return { product, telling, all: touched.length };
}

/** A prefix is taken at its word; without one, a change that leaves the product alone is told by its paths. */
function kindOf(subject: Subject, touches: Touches): readonly [Named, Work['told'][number]] {
  if (subject.named !== null) return [subject.named, 'conventional'];
  if (touches.all > 0 && touches.product === 0 && !isRevert(subject.words)) {
    return [touches.telling > 0 ? 'docs' : 'upkeep', 'paths'];
  }
  const words = kindOfWords(subject.words);
  return words === null ? ['other', 'paths'] : [words, 'words'];
}

/** Not merely version numbers, pins, tests, comments or the form of the text. */
function inSubstance({ routine, words }: Subject, named: Named, how: string, product: number): boolean {
  if (named === 'docs' || routine === 'form' || isForm(words) || isVersioning(words)) return false;
  if (routine === 'pins' || isDependencyUpdate(words)) return product > MIGRATION;
  return named !== 'upkeep' || how === 'conventional';
}

/** A revert is noticed when what it takes back was, or when it does not say what that is. */
function isNoticed({ subject }: Commit, named: Named): boolean {
  if (named === 'feature' || named === 'fix' || named === 'noticed') return true;
  if (named !== 'revert') return false;
  const quoted = quotedByRevert(subject);
  if (quoted === null) return true;
  const taken = readSubject(quoted.subject);
  const kind = taken.named ?? kindOfWords(taken.words);
  return kind === null || kind === 'feature' || kind === 'fix' || kind === 'noticed';
}
