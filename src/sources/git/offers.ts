/** What README and documentation offer by name, against the tree: there, removed (by which commit), or never built in. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import type { DocumentsRead, DocumentText, Pinned } from './documents.ts';
import { readTexts } from './documents-objects.ts';
import { speaksOfThePast } from './documents-paths.ts';
import { SUBMODULE, type TreeEntry } from './documents-tree.ts';
import { type Named, namedIn } from './offers-extract.ts';
import { manifestsOf, ownCommands } from './offers-manifests.ts';
import { readOwnPlace } from './offers-own-links.ts';
import { Paths } from './offers-paths.ts';
import { type Absent, absentOf } from './offers-presence.ts';
import { Probe } from './offers-probe.ts';
import { existedEver } from './offers-sample.ts';
import { builtBefore, readThings, thingsIn } from './offers-things.ts';
import { keyOf, trace } from './offers-trace.ts';
import { lost, type Outcome, type Trail } from './offers-trail.ts';
import { BESIDE } from './stated.ts';
import { statedRows } from './stated-rows.ts';

/** Absent names that are traced: counted, not timed, so that the same repository always gives the same rows. */
const TRACED = 12;
const TRACED_DEEP = 200;
/** Beyond this many names a documentation is a reference of something else. */
const OFFERS = 5000;
/** A larger manifest is not one. */
const MANIFEST_BYTES = 1_000_000;

/** Yields one row for every name in every document. `read` is what `readDocuments` returned. */
export async function* readOffers(
  git: Git,
  pinned: Pinned,
  read: DocumentsRead,
  options: { readonly deep: boolean },
): AsyncGenerator<Batch, void> {
  try {
    const items = await offersOf(git, pinned, read, options.deep ? TRACED_DEEP : TRACED);
    if (items.length > 0) yield { items };
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    yield { missing: [absent] };
  }
}

const absent: Missing = {
  source: 'git',
  code: 'NOT_COLLECTED',
  because: 'What the documents offer could not be held against the files: some of them are not in this clone.',
  remedy: 'Read a clone that was made without --filter.',
};

async function offersOf(git: Git, pinned: Pinned, read: DocumentsRead, most: number): Promise<Gathered[]> {
  const { manifests, beside } = await readManifests(git, read);
  const own = ownCommands(manifests, read.tree);
  const place = await readOwnPlace(git, manifests);
  const paths = new Paths(read.tree);
  const shown = withoutStrangers(documentsOf(read).flatMap((document) => namedIn(document, own, place))).slice(
    0,
    OFFERS,
  );
  // Where a file is absent `git grep` passes it over in silence, and everything in it would count as removed.
  const whole = isWhole(read.tree);
  if (shown.length > 0 && !whole)
    throw new BifocalError('GIT_FAILED', { target: pinned.origin, cause: 'files of the commit read are absent' });
  const [first] = documentsOf(read);
  const things = whole && first !== undefined && first.path === read.readme[0]?.path ? thingsIn(first) : [];
  const all = [...shown, ...things];
  const [{ absent: gone, spokenOf }, unfound] = await Promise.all([
    readThings(git, pinned.head, things),
    absentOf(git, pinned.head, shown, own, paths),
  ]);
  const stated = whole ? await statedRows(git, pinned, read, beside) : [];
  const missing = [...unfound, ...gone];
  const unbuilt = new Map(
    spokenOf.map((named) => [named, { ...lost('It is not built in by that name.'), since: null, spoken: true }]),
  );
  if (missing.length === 0) return [...all.map((named) => rowOf(pinned, named, unbuilt.get(named) ?? null)), ...stated];
  const probe = new Probe(git);
  try {
    const ended = await endingsOf({ git, probe, line: read.firstParent, paths }, read, missing, most);
    const endings = new Map<Named, Ending | null>([...unbuilt, ...ended]);
    const rows = all.flatMap((named) => {
      const ending = endings.get(named);
      return ending === null ? [] : [rowOf(pinned, named, ending ?? null)];
    });
    return [...rows, ...stated];
  } finally {
    await probe.close();
  }
}

/** What became of each absent name; null for paths that were never in the tree: they are the reader's own. */
async function endingsOf(
  trail: Trail,
  read: DocumentsRead,
  missing: readonly Absent[],
  most: number,
): Promise<Map<Named, Ending | null>> {
  const ever = await existedEver(trail.probe, trail.line, missing);
  const built = await builtBefore(trail.git, read, missing.filter(isThing));
  const worth = missing.filter((one) => (isThing(one) ? built.has(one) : one.sought !== null || ever.has(one)));
  // A folder that moved kills full addresses by the dozen: they are counted apart, so that they hide nothing else.
  const chosen = new Set(
    Object.values(
      Object.groupBy(worth, (one) => (isThing(one) ? 'thing' : isAddress(one) ? 'address' : 'name')),
    ).flatMap((some) => [...new Set(some.map(keyOf))].slice(0, most)),
  );
  const traced = await trace(
    trail,
    read,
    worth.filter((one) => chosen.has(keyOf(one))),
  );
  const endings = new Map<Named, Ending | null>();
  for (const one of missing) {
    const known = worth.includes(one);
    const because = known ? `Not traced: at most ${most} names are.` : 'It was not found in the history.';
    endings.set(one.named, one.named.kind === 'file' && !known ? null : { ...lost(because), since: null });
  }
  for (const {
    absent: { named },
    ...ending
  } of traced)
    endings.set(named, ending);
  return endings;
}

function isAddress({ named }: Absent): boolean {
  return named.kind === 'link' && named.name.startsWith('/');
}

function isThing({ named }: Absent): boolean {
  return named.kind === 'thing';
}

type Ending = Outcome & { readonly since: number | null; readonly spoken?: boolean };

function isWhole(tree: readonly TreeEntry[]): boolean {
  return tree.every(({ mode, size }) => size !== null || mode === SUBMODULE);
}

/** Manifests of all folders, and at the root whatever else says how the product may be had: read at once. */
async function readManifests(git: Git, read: DocumentsRead) {
  const manifests = manifestsOf(read.tree).filter(({ size }) => (size ?? 0) <= MANIFEST_BYTES);
  const known = new Set(manifests.map(({ path }) => path));
  const more = read.tree.filter(
    ({ path, size }) => BESIDE.test(path) && !known.has(path) && size !== null && size <= MANIFEST_BYTES,
  );
  const all = [...manifests, ...more];
  const texts = await readTexts(
    git,
    all.map(({ oid }) => oid),
  );
  const documents = all.map(({ path }, at): DocumentText => ({ path, text: texts[at]?.text ?? '' }));
  return { manifests: documents.slice(0, manifests.length), beside: documents.filter(({ path }) => BESIDE.test(path)) };
}

/** The README as it stands, then the pages; those about the past and translations offer nothing. */
function documentsOf(read: DocumentsRead): DocumentText[] {
  const [readme] = read.readme;
  const standing = readme !== undefined && read.tree.some(({ path }) => path === readme.path) ? [readme] : [];
  return [...standing, ...read.pages].filter(({ path }) => !speaksOfThePast(path));
}

/** A flag that prose names counts only where some document shows it with a program of the project. */
function withoutStrangers(named: readonly Named[]): Named[] {
  const shown = new Set(named.filter(({ kind, alone }) => kind === 'flag' && !alone).map(({ name }) => name));
  return named.filter(({ alone, name }) => !alone || shown.has(name));
}

function rowOf(pinned: Pinned, { kind, name, doc, line, quote }: Named, ending: Ending | null): Gathered {
  const state = ending === null ? 'present' : ending.removed === null ? 'never' : 'removed';
  const { since = null, removed = null, movedTo = null, because = null, spoken = false } = ending ?? {};
  return {
    kind: 'event',
    type: 'offer',
    origin: pinned.origin,
    externalId: `${doc}#${kind}:${name}`,
    author: null,
    at: pinned.headAt,
    title: name,
    data: {
      kind,
      doc,
      line,
      quote,
      since,
      state,
      removed: removed === null ? null : { ...removed },
      movedTo,
      because,
      ...(spoken ? { spoken } : {}),
      head: pinned.head,
    },
  };
}
