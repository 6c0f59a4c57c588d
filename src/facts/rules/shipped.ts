/** The release that carried what answers a thread. */
import type { FactValues } from '../values.ts';
import type { Ask, Closed, Link, Shipped } from '../voice-values.ts';
import type { Linked } from './thread-links.ts';

type Noted = Linked['noted'] extends ReadonlyMap<number, infer Value> ? Value : never;

/** Resolutions by which a tracker says that nothing was built. */
const NOT_BUILT =
  /not.?planned|won.?t|invalid|duplicate|cannot|can.?t|incomplete|needs more|not (?:our|a) bug|hold|abandon|declined|rejected|by design/i;

export function isDeclined(reason: string | null): boolean {
  return NOT_BUILT.test(reason ?? '');
}

/** Only what was closed and not declined has shipped; what says that it closes counts before what names. */
export function shippedOf(
  ask: Ask,
  closed: Closed | null,
  { links, noted }: { readonly links: readonly Link[]; readonly noted: Noted },
  releases: FactValues['releases'],
): Shipped | null {
  if (links.length === 0 || closed === null || isDeclined(closed.reason)) return null;
  const counting = answering(links);
  const since = Math.min(...counting.map(({ at }) => at));
  const carried = counting.flatMap(({ commit }) => releases.firstFinal[commit] ?? []).filter((release) => release >= 0);
  // Notes of a release before the work landed speak of the thread and carry nothing of it.
  const notes = noted.filter(({ release }) => (releases.all[release]?.at ?? 0) >= since);
  const release = first([...carried, ...notes.map((note) => note.release)], releases);
  if (release >= 0) {
    const { at, version, id } = releases.all[release] as (typeof releases.all)[number];
    const note = notes.find((one) => one.release === release) ?? notes[0];
    const p = surest(counting, release, releases);
    return at < ask.at
      ? null
      : { at, release, version, evidence: id, noted: note?.evidence ?? null, ...(p < 1 && { p }) };
  }
  const [fix] = ask.fixes;
  if (!fix) return null;
  return { at: fix.at, release: -1, version: versionIn(fix.name), evidence: ask.id, noted: null };
}

/** "See #48" is a step on the way: where a change that is known says that it closes, those that only name do not count. */
export function answering(links: readonly Link[]): readonly Link[] {
  const closing = links.filter(({ closes, commit }) => closes && commit >= 0);
  return closing.length > 0 ? closing : links;
}

/** A link that was written down is as it says; of recovered ones that this release carried, the likeliest. */
function surest(links: readonly Link[], release: number, { firstFinal }: FactValues['releases']): number {
  const carried = links.filter(({ commit, p }) => p === undefined || firstFinal[commit] === release);
  return carried.reduce((most, { p }) => Math.max(most, p ?? 1), 0) || 1;
}

function first(found: readonly number[], { all }: FactValues['releases']): number {
  let earliest = -1;
  for (const release of found) {
    if (earliest < 0 || (all[release]?.at ?? 0) < (all[earliest]?.at ?? 0)) earliest = release;
  }
  return earliest;
}

/** `Release 6.2.0` → `6.2.0`. */
function versionIn(name: string): string {
  return /\d{1,6}(?:\.\d{1,6}){1,3}[\w.-]{0,20}/.exec(name)?.[0] ?? name;
}
