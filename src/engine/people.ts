/** Who is heard in a product: team, outsider or bot as its readings take them, and why; pseudonyms and counts, no names. */
import { type HeardPerson, STANDINGS, type Standing } from '#core/heard-person.ts';
import { voicesOf } from '#facts/rules/voices.ts';
import type { FactValues } from '#facts/values.ts';
import type { IdentityRow } from '#store/identities.ts';
import type { Store } from '#store/store.ts';
import { closureOf } from './closure.ts';
import { evaluateFacts } from './evaluate-facts.ts';

const NEEDED: readonly (keyof FactValues)[] = ['people', 'identities', 'asks', 'answers', 'closings', 'references'];
const MOST = Number.MAX_SAFE_INTEGER;

/** By side, then by id: nobody is ranked. */
export async function heardPeople(store: Store, productId: string): Promise<HeardPerson[]> {
  const rows: IdentityRow[] = [];
  for await (const page of store.read.stream(productId, 'identities')) rows.push(...page);
  const facts = await evaluateFacts(closureOf(NEEDED), (read) => store.read.stream(productId, read), MOST);
  const { asks, answers, closings, references, people, history } = facts;
  const pulls = references.pulls;
  const voices = voicesOf({ asks, answers, closings, pulls }, people);
  const behaving = new Map(people.behaving.map(({ authorId, because }) => [authorId, because]));
  const sames = await store.read.sames(productId);
  const said = counted(
    [...asks, ...pulls].map(({ authorId }) => authorId),
    people.personOf,
  );
  const replied = counted(
    answers.map(({ authorId }) => authorId),
    people.personOf,
  );
  const built = counted(
    history.commits.map(({ authorId }) => authorId),
    people.personOf,
  );
  const told = toldSides([...asks, ...answers, ...pulls], people.personOf);
  const found = [...Map.groupBy(rows, ({ personId }) => personId)].map(([id, own]): HeardPerson => {
    const mine = new Set(own.map((row) => row.id));
    const counts = { asks: said.get(id) ?? 0, replies: replied.get(id) ?? 0, changes: built.get(id) ?? 0 };
    const role = own.find((row) => row.role !== undefined)?.role;
    const speaks = told.get(id);
    const side = sideOf(voices, people.bots, own, speaks?.origin);
    const reason = {
      ...{ role, named: own.some(({ bot }) => bot), behaves: own.flatMap((row) => behaving.get(row.id) ?? [])[0] },
      ...{ platform: speaks?.sides.has('maker') === true, closes: own.some((row) => closings.makers.has(row.id)) },
      ...{ speaks: counts.asks + counts.replies > 0 },
    };
    return {
      ...{ id, side, because: because(side, reason), corrected: role !== undefined },
      channels: [...new Set(own.map(({ space }) => space))].sort(),
      domain: own.find(({ domain }) => domain !== null)?.domain ?? null,
      shown: own.find(({ shown }) => shown !== null)?.shown ?? null,
      ...counts,
      identities: [...mine].sort(),
      merged: [...new Set(sames.flatMap((same) => (mine.has(same.a) && mine.has(same.b) ? same.because : [])))].sort(),
    };
  });
  return found.sort(
    (one, other) => STANDINGS.indexOf(one.side) - STANDINGS.indexOf(other.side) || (one.id < other.id ? -1 : 1),
  );
}

type Reason = {
  readonly role: string | undefined;
  readonly named: boolean;
  readonly behaves: string | undefined;
  readonly platform: boolean;
  readonly closes: boolean;
  readonly speaks: boolean;
};

function because(side: Standing, { role, named, behaves, platform, closes, speaks }: Reason): string {
  if (role !== undefined) return 'You said so.';
  if (side === 'bot')
    return behaves ?? (named ? 'Its name is that of a program.' : 'Nearly all it writes is one text.');
  if (side === 'team') {
    if (platform) return 'The platform says owner, member or collaborator.';
    return closes ? 'Closes or merges what others opened.' : 'Answers or builds for many others.';
  }
  if (side === 'outsider') return 'Nothing shows that they are of the team.';
  return speaks ? 'The source does not tell who its makers are.' : 'Builds, and wrote no ask and no reply.';
}

function sideOf(
  voices: ReturnType<typeof voicesOf>,
  bots: ReadonlySet<string>,
  own: readonly IdentityRow[],
  origin: string | undefined,
): Standing {
  const role = own.find((row) => row.role !== undefined)?.role;
  if (role !== undefined) return role;
  if (own.some(({ id }) => bots.has(id))) return 'bot';
  const sides = own.map(({ id }) => voices.sideOf({ authorId: id, side: 'unknown', origin: origin ?? '' }));
  if (sides.includes('bot')) return 'bot';
  if (sides.includes('maker')) return 'team';
  return origin === undefined || sides.includes('unknown') ? 'unknown' : 'outsider';
}

interface Row {
  readonly authorId: string | null;
  readonly side: string;
  readonly origin: string;
}

function toldSides(rows: readonly Row[], personOf: ReadonlyMap<string, string>) {
  const told = new Map<string, { readonly sides: Set<string>; readonly origin: string }>();
  for (const { authorId, side, origin } of rows) {
    if (authorId === null) continue;
    const person = personOf.get(authorId) ?? authorId;
    const known = told.get(person) ?? { sides: new Set<string>(), origin };
    told.set(person, known);
    known.sides.add(side);
  }
  return told;
}

function counted(authors: readonly (string | null)[], personOf: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const author of authors) {
    if (author === null) continue;
    const person = personOf.get(author) ?? author;
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return counts;
}
