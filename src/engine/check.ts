/** Checks a product for a pull request: it fails on what is gone and on confirmed conflicts, and notes the rest. */
import { type Check, type CheckFinding, type Gate, placeOf } from '#core/check.ts';
import type { Evidence } from '#core/evidence.ts';
import { dayOf, instantOf } from '#core/time.ts';
import type { Offer } from '#facts/values.ts';
import type { Store } from '#store/store.ts';
import { ledgerOf, type ToldClaim } from './claims.ts';
import { closureOf } from './closure.ts';
import { evaluateFacts } from './evaluate-facts.ts';

export interface CheckOrder {
  readonly product: { readonly id: string; readonly name: string };
  readonly gates: readonly Gate[];
  /** Names that may be offered although they are gone: a page about moving from an old version, say. */
  readonly allowed: readonly string[];
  readonly missing: Check['missing'];
}

export async function checkOf(store: Store, { product, gates, allowed, missing }: CheckOrder): Promise<Check> {
  const ever = (await ledgerOf(store, product.id)).filter(({ verdict }) => verdict !== 'unsaid');
  const claims = ever.filter(({ lastAt }) => lastAt === null);
  const { offers } = await evaluateFacts(
    closureOf(['offers']),
    (name) => store.read.stream(product.id, name),
    Number.MAX_SAFE_INTEGER,
  );
  const disputed = new Set(claims.flatMap(({ verdict, evidence }) => (verdict === 'disputed' ? evidence : [])));
  const gone = offers.all.filter(
    ({ id, name, state, removed }) =>
      state === 'removed' && removed !== null && !disputed.has(id) && !allowed.includes(nameOf(name)),
  );
  const fromOffers = new Set(offers.all.map(({ id }) => id));
  const ids = ever.flatMap(({ places }) => places.map(({ evidence }) => evidence));
  const locate = locator(ever, await store.read.evidence(product.id, [...new Set(ids)]));
  // What the page itself names as gone is told once, by its own line; its claim says nothing more.
  const own = claims.filter(({ mechanical, evidence }) => !(mechanical && evidence.some((id) => fromOffers.has(id))));
  const found = [...gone.map(goneFinding), ...own.flatMap((claim) => claimFinding(claim, locate(claim)))];
  const failures = found.filter(({ fails }) => fails).toSorted(byPlace);
  const notes = found.filter(({ fails }) => !fails).toSorted(byPlace);
  const passes = failures.length === 0 && gates.every(({ verdict }) => verdict !== 'fails');
  const why = whyOf(failures, notes, gates);
  return { schema: 'bifocal.check/1', product: product.name, passes, why, failures, notes, gates, missing };
}

/** A full address stands as `/path`, a script under its runner: the name alone is what is gone. */
function nameOf(name: string): string {
  return name.replace(/^npm run /, '').replace(/^\//, '');
}

function goneFinding({ id, kind, name, doc, lineNumber, quote, removed }: Offer): CheckFinding {
  const { sha = '', at = 0, subject = '' } = removed ?? {};
  const commit = `${sha.slice(0, 7)} (${dayOf(at)}${subject === '' ? '' : `, “${subject}”`})`;
  return {
    ...{ rule: 'removed-thing', fails: true, quote, file: doc, line: lineNumber, where: null, claim: null },
    says: `The ${kind} ${nameOf(name)} is offered here; ${commit} removed it.`,
    step: `Take the line out, or bring ${nameOf(name)} back.`,
    evidence: [id],
  };
}

const NOTED = {
  'figure-without-source': 'Nothing that was read bears out this figure.',
  'claim-without-backing': 'Nothing that was read bears this out.',
} as const;

interface Located extends Pick<CheckFinding, 'file' | 'line' | 'where'> {
  /** The newest copy of its page is the first that says it, and not the first of the page. */
  readonly isNew: boolean;
}

function claimFinding(claim: ToldClaim, at: Located): readonly CheckFinding[] {
  const { id, verdict, says: quote, evidence, class: kind, quotes, people } = claim;
  const { file, line, where } = at;
  const shared = { file, line, where, quote, claim: id, evidence };
  const number = id.slice(0, 6);
  const against = quotes.find(({ side }) => side !== 'claims');
  const because =
    against?.text == null
      ? ''
      : ` ${against.where}${against.at === null ? '' : ` (${against.at.slice(0, 10)})`}: “${oneLine(against.text)}”.`;
  const told = people > 0 ? `${people} people tell otherwise.` : 'What shipped says otherwise.';
  if (verdict === 'contradicted')
    return [
      {
        ...{ ...shared, rule: 'contradicted-claim', fails: true },
        says: `A person confirmed that this is contradicted. ${told}${because}`,
        step: `Change the words, or take it back: bifocal claims ${number} --undo.`,
      },
    ];
  if (verdict === 'seems to conflict' || verdict === 'could not be squared from outside')
    return [
      {
        ...{ ...shared, rule: 'lost-backing', fails: false },
        says: `This seems to have lost its backing. ${told}${because}`,
        step: `Please look: bifocal claims ${number} shows both sides.`,
      },
    ];
  if (verdict !== 'ahead of the evidence' && verdict !== 'open') return [];
  const figure = kind === 'quantity' && verdict === 'ahead of the evidence';
  // What has long stood and is only not spoken of elsewhere is no news to the one who asks for a look.
  if (!figure && !at.isNew) return [];
  const rule = figure ? 'figure-without-source' : 'claim-without-backing';
  const step = figure ? 'Say where the figure comes from.' : 'Say what it rests on.';
  return [{ ...shared, rule, fails: false, says: NOTED[rule], step }];
}

/** Which line a claim stands on, in the newest copy of its file. */
function locator(ever: readonly ToldClaim[], rows: readonly Evidence[]): (claim: ToldClaim) => Located {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const newest = new Map<string, Evidence>();
  for (const row of rows) {
    const before = newest.get(fileKey(row));
    if (before === undefined || row.at >= before.at) newest.set(fileKey(row), row);
  }
  const said = new Map<string, string>();
  for (const { places, firstAt } of ever) {
    for (const row of places.flatMap(({ evidence }) => byId.get(evidence) ?? [])) {
      const before = said.get(fileKey(row));
      if (before === undefined || firstAt < before) said.set(fileKey(row), firstAt);
    }
  }
  return ({ places, firstAt }) => {
    const place = places.findLast(({ evidence }) => byId.has(evidence));
    const row = place && byId.get(place.evidence);
    if (place === undefined || row === undefined) return { file: null, line: null, where: null, isNew: false };
    const now = newest.get(fileKey(row)) ?? row;
    // Of a page of documentation the day of its words is not known.
    const isNew = row.type !== 'doc' && firstAt === instantOf(now.at) && (said.get(fileKey(row)) ?? '') < firstAt;
    if (row.type !== 'readme' && row.type !== 'doc')
      return { file: null, line: null, where: row.url ?? row.title ?? row.threadId, isNew };
    const body = now.body ?? '';
    const from = now === row ? place.from : place.text === null ? null : body.indexOf(place.text);
    const line = from === null || from < 0 ? null : body.slice(0, from).split('\n').length;
    return { file: now.title, line, where: null, isNew };
  };
}

/** A README keeps its place when its file is renamed. */
function fileKey({ origin, type, threadId, title, id }: Evidence): string {
  return `${origin} ${type} ${threadId ?? title ?? id}`;
}

function byPlace(a: CheckFinding, b: CheckFinding): number {
  const [one, other] = [a.file ?? '\uffff', b.file ?? '\uffff'];
  if (one !== other) return one < other ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.says < b.says ? -1 : a.says > b.says ? 1 : 0);
}

function whyOf(failures: readonly CheckFinding[], notes: readonly CheckFinding[], gates: readonly Gate[]): string {
  const [first, ...others] = failures;
  const low = gates.find(({ verdict }) => verdict === 'fails');
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `Fails: ${placeOf(first)}: ${first.says}${more}`;
  }
  if (low !== undefined) return `Fails: ${low.says}`;
  const noted = notes.length === 0 ? '' : ` ${notes.length} ${notes.length === 1 ? 'claim is' : 'claims are'} noted.`;
  return `Passes: nothing that the documents offer by name is known to be gone, and no claim to be contradicted.${noted}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
