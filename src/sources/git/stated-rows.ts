/** Rows of what the README states and a file proves wrong, with the commit from which on the file does. */
import type { Gathered } from '#core/evidence.ts';
import type { Git } from '#core/source.ts';
import type { DocumentsRead, DocumentText, Pinned } from './documents.ts';
import { narrow, Probe } from './offers-probe.ts';
import { type Remover, removerOf } from './offers-remover.ts';
import { bornInReadme } from './offers-since.ts';
import { provenWrong, type StatedAt } from './stated.ts';

/** Nothing is asked of git where nothing is proven wrong. */
export async function statedRows(
  git: Git,
  pinned: Pinned,
  read: DocumentsRead,
  beside: readonly DocumentText[],
): Promise<Gathered[]> {
  const [readme] = read.readme;
  if (readme === undefined || !read.tree.some(({ path }) => path === readme.path)) return [];
  const files = new Map(beside.map(({ path, text }) => [path, text]));
  const wrong = provenWrong(readme, { files, paths: read.tree.map(({ path }) => path) });
  if (wrong.length === 0) return [];
  const probe = new Probe(git);
  try {
    const rows: Gathered[] = [];
    const told = new Set<string>();
    for (const one of wrong) {
      if (told.has(one.says)) continue;
      const turned = await turnedBy(git, probe, read, one);
      // What another dependency brings along now is needed all the same: the change must speak of it.
      if (one.onceRight && !turned?.subject.toLowerCase().includes(one.says.toLowerCase())) continue;
      told.add(one.says);
      rows.push(rowOf(pinned, one, turned));
    }
    return rows;
  } finally {
    await probe.close();
  }
}

/** The change after which the file said otherwise; null where it did when the README began to say so. */
async function turnedBy(
  git: Git,
  probe: Probe,
  read: DocumentsRead,
  { doc, says, quote, file, agrees }: StatedAt,
): Promise<Remover | null> {
  const line = read.firstParent;
  const places = new Map(line.map(({ sha }, place) => [sha, place]));
  const born = bornInReadme(read, { kind: 'thing', name: says, doc, line: 1, quote, alone: false }, places);
  if (born === null) return null;
  const matcher = { source: `stated ${says}`, test: agrees };
  const ask = (place: number) => ({ sha: line[place]?.sha ?? '', paths: [file], matcher });
  if (!(await probe.match([ask(born)]))[0]) return null;
  const [end] = await narrow([{ so: born, not: 0 }], (asked) => probe.match(asked.map(({ place }) => ask(place))));
  const [before, after] = [line[end?.so ?? -1], line[end?.not ?? -1]];
  return before === undefined || after === undefined ? null : removerOf(git, before, after, [], [file]);
}

function rowOf(pinned: Pinned, stated: StatedAt, turned: Remover | null): Gathered {
  const { doc, line, quote, says, file, holds, onceRight } = stated;
  return {
    kind: 'event',
    type: 'offer',
    origin: pinned.origin,
    externalId: `${doc}#stated:${says}`,
    author: null,
    at: pinned.headAt,
    // A line that is no more cannot be quoted; the change that took it can.
    title: onceRight && turned?.subject ? turned.subject : holds,
    data: {
      ...{ kind: 'stated', doc, line, quote, state: 'removed', since: null, movedTo: null, because: file },
      removed: turned === null ? null : { ...turned },
      head: pinned.head,
    },
  };
}
