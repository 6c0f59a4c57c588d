/** Traces names that documents offer and the tree does not hold to the commit that took them away. */
import type { DocumentsRead } from './documents.ts';
import { filesWith, matcherOf } from './offers-grep.ts';
import type { Absent } from './offers-presence.ts';
import { narrow } from './offers-probe.ts';
import { removerOf } from './offers-remover.ts';
import { firstNamedBefore, placesOfBirth } from './offers-since.ts';
import type { Sought } from './offers-spellings.ts';
import { tracePath } from './offers-trace-path.ts';
import { HOPS, lost, type Outcome, type Trail } from './offers-trail.ts';

/** A name that stands in more files than this is a word, not a thing with an end. */
const HOLDERS = 60;

export interface Traced extends Outcome {
  readonly absent: Absent;
  /** Since when the document has named it (ms UTC). */
  readonly since: number;
}

/** Each distinct name is traced once, from the document that comes first; other documents share what was found. */
export async function trace(trail: Trail, read: DocumentsRead, absent: readonly Absent[]): Promise<Traced[]> {
  const born = await placesOfBirth(trail.probe, read, absent);
  const known = new Map<string, Outcome>();
  const traced: Traced[] = [];
  for (const [at, one] of absent.entries()) {
    const place = born[at] ?? 0;
    const since = read.firstParent[place]?.at ?? 0;
    const key = keyOf(one);
    const before = known.get(key);
    const outcome = before ?? (await traceAgain(trail, read, one, place));
    known.set(key, outcome);
    const late = before !== undefined && outcome.removed !== null && outcome.removed.at < since;
    traced.push({
      absent: one,
      since,
      ...(late ? lost('It was gone before this document began to name it.') : outcome),
    });
  }
  return traced;
}

/** From where the document began to name it; failing that, from where it named it before it dropped it for a while. */
async function traceAgain(trail: Trail, read: DocumentsRead, one: Absent, born: number): Promise<Outcome> {
  const from = (place: number) =>
    one.sought === null ? tracePath(trail, one.paths, place) : traceName(trail, one.sought, place);
  const outcome = await from(born);
  if (outcome.because === null) return outcome;
  const earlier = firstNamedBefore(read, one);
  if (earlier === null) return outcome;
  const found = await from(earlier);
  return found.because === null ? found : outcome;
}

/** Names that stand for the same thing. */
export function keyOf({ named, paths }: Absent): string {
  return paths.length > 0 ? paths.join('\n') : `${named.kind} ${named.name}`;
}

/** From the files that had it built in, to the commit after which none has. */
async function traceName(trail: Trail, sought: Sought, born: number): Promise<Outcome> {
  const { git, probe, line } = trail;
  const { anywhere, built, byParts = false } = sought;
  let holders = await filesWith(git, line[born]?.sha ?? '', built);
  if (holders.length === 0) return lost('It was not built in when the document began to name it.');
  const matcher = matcherOf(built);
  let from = born;
  for (let hop = 0; hop <= HOPS && holders.length <= HOLDERS; hop += 1) {
    const [end] = await narrow([{ so: from, not: 0 }], (asked) =>
      probe.match(asked.map(({ place }) => ({ sha: line[place]?.sha ?? '', paths: holders, matcher }))),
    );
    const before = line[end?.so ?? -1];
    const after = line[end?.not ?? -1];
    if (end === undefined || before === undefined || after === undefined) break;
    const elsewhere = await filesWith(git, after.sha, built);
    if (elsewhere.length === 0) {
      // Another spelling that is left may be the same thing rewritten: then nobody can say which commit ended it.
      const left = byParts ? [] : await filesWith(git, after.sha, { ...anywhere, where: built.where });
      if (left.length > 0) return lost('It went step by step: no single commit removed it.');
      const showing = ['--pickaxe-regex', `-S${built.expression}`];
      return { removed: await removerOf(git, before, after, showing, holders), movedTo: null, because: null };
    }
    holders = elsewhere;
    from = end.not;
  }
  return lost('It could not be followed: it stood in too many files or moved too often.');
}
