/** Documents that ask for an older version of a language, or of what it is built on, than the manifests do, and the commit that raised it. */
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import type { DocumentsRead, Pinned } from './documents.ts';
import { readTexts } from './documents-objects.ts';
import { speaksOfThePast } from './documents-paths.ts';
import { dependenciesIn } from './needs-dependencies.ts';
import { compareParts, isManifest, type Required, requiredIn } from './needs-required.ts';
import { type Stated, statedIn } from './needs-stated.ts';
import { narrow, Probe } from './offers-probe.ts';

/** Nearest to the root first; a workspace with more says the same in all of them. */
const MANIFESTS = 100;
const MANIFEST_BYTES = 200_000;

/** Yields a row for each document and language where the document is behind. `read` is what `readDocuments` returned. */
export async function* readNeeds(git: Git, pinned: Pinned, read: DocumentsRead): AsyncGenerator<Batch, void> {
  const [readme] = read.readme;
  const documents = [...(readme ? [readme] : []), ...read.pages].filter(({ path }) => !speaksOfThePast(path));
  const stated = documents.flatMap(statedIn);
  if (stated.length === 0) return;
  const required = await readRequired(git, read);
  const behind = stated.flatMap((one) => {
    const needed = required.get(one.runtime) ?? required.get(one.runtime.toLowerCase());
    return needed && compareParts(one.version, needed.version) < 0 ? [{ stated: one, needed }] : [];
  });
  if (behind.length === 0) return;
  const probe = new Probe(git);
  try {
    const items: Gathered[] = [];
    for (const one of behind) items.push(rowOf(pinned, one, await raisedBy(probe, read, one.needed)));
    yield { items };
  } finally {
    await probe.close();
  }
}

async function readRequired(git: Git, { tree }: DocumentsRead) {
  const manifests = tree
    .filter(({ path, size }) => isManifest(path) && size !== null && size <= MANIFEST_BYTES)
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
    .slice(0, MANIFESTS);
  const texts = await readTexts(
    git,
    manifests.map(({ oid }) => oid),
  );
  const documents = manifests.map(({ path }, at) => ({ path, text: texts[at]?.text ?? '' }));
  return new Map([...dependenciesIn(documents), ...requiredIn(documents)]);
}

/** The commit of the main line from which on the manifest says so. */
async function raisedBy(probe: Probe, { firstParent }: DocumentsRead, { path, text }: Required) {
  const matcher = new RegExp(text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'));
  const [found] = await narrow([{ so: 0, not: firstParent.length }], (places) =>
    probe.match(places.map(({ place }) => ({ sha: firstParent[place]?.sha as string, paths: [path], matcher }))),
  );
  return found === undefined ? null : (firstParent[found.so] ?? null);
}

function rowOf(
  pinned: Pinned,
  { stated, needed }: { readonly stated: Stated; readonly needed: Required },
  raised: { readonly sha: string; readonly at: number } | null,
): Gathered {
  const { runtime, version, doc, line, quote } = stated;
  return {
    kind: 'event',
    type: 'need',
    origin: pinned.origin,
    externalId: `${doc}#${runtime}`,
    author: null,
    at: pinned.headAt,
    title: `${runtime} ${version}`,
    data: {
      ...{ runtime, stated: version, doc, line, quote },
      ...{ required: needed.version, manifest: needed.path, wording: needed.text },
      raised: raised === null ? null : { sha: raised.sha, at: raised.at },
    },
  };
}
