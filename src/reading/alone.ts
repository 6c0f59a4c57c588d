/** The one source that a reading rests on, and its sentence: voices alone tell love and leaving, a site alone what it says. */
import type { Alone, Claimed, Heard } from '#core/alone.ts';
import type { Reading } from '#core/reading.ts';
import type { Focus } from './focus.ts';

type Source = NonNullable<Reading['alone']>['source'];

/** Null where more than one source was seen, or none. */
export function aloneIn(evidence: Reading['evidence'], focus: Focus, { heard, claimed }: Alone): Reading['alone'] {
  const seen = evidence.strands.filter(({ state }) => state === 'seen').map(({ strand }) => strand);
  const source = sourceOf(seen, evidence, focus, { heard, claimed });
  if (source === null) return null;
  const quotes =
    heard === null || (source !== 'reviews' && source !== 'feedback')
      ? []
      : [...heard.loved.map(quote('praise')), ...heard.left.map(quote('leaving'))];
  return { source, quotes };
}

function quote(says: 'praise' | 'leaving') {
  return (evidence: string) => ({ says, evidence, at: null, text: null });
}

function sourceOf(
  seen: readonly string[],
  evidence: Reading['evidence'],
  { making }: Focus,
  { heard, claimed }: Alone,
): Source | null {
  if (seen.includes('says')) {
    if (seen.length > 1 || heard === null) return null;
    return heard.called === 'reviews' ? 'reviews' : 'feedback';
  }
  if (seen.includes('ships')) {
    // A history holds its own README and docs; a site beside it is another source.
    if (claimed !== null) return null;
    if (making.state === 'seen' || evidence.changes > 0) return 'history';
    return evidence.releases > 0 ? 'releases' : null;
  }
  if (!seen.includes('claims') || claimed === null) return null;
  return claimed.pages > 0 ? 'a site' : 'posts';
}

/** What one source says, without its name; null where the sentence of the weeks says it already. */
export function aloneSentence(
  source: Source,
  { heard, claimed }: Alone,
  focus: Focus,
  customers: string,
): string | null {
  if ((source === 'reviews' || source === 'feedback') && heard !== null) return heardSentence(heard, focus, customers);
  if ((source === 'a site' || source === 'posts') && claimed !== null) return claimedSentence(claimed, focus);
  return null;
}

function heardSentence(heard: Heard, { serving }: Focus, customers: string): string {
  const answered =
    serving.state === 'seen' ? ` A person answered ${customers} in ${serving.weeks} of ${serving.of} weeks.` : '';
  const rest =
    serving.state === 'seen'
      ? ' Making and telling have not been looked at.'
      : ' Making, telling and serving have not been looked at.';
  return `${loveAndLeaving(heard)}${answered}${rest}`;
}

function loveAndLeaving({ spoken, pieces, people, called, praise, leaving, since }: Heard): string {
  const by = `${people} ${people === 1 ? 'person' : 'people'}`;
  if (spoken === 0) return `In 52 weeks ${by} wrote ${pieces} ${pieces === 1 ? 'piece' : 'pieces'} of feedback.`;
  const named = pieces === 1 ? called.replace(/s$/, '').replace('pieces', 'piece') : called;
  if (praise + leaving === 0) {
    return `In 52 weeks ${by} wrote ${pieces} ${named}; none praises it or leaves in words that the list of phrases knows.`;
  }
  const loves = praise === 0 ? 'none praises' : praise === 1 ? '1 praises' : `${praise} praise`;
  const leaves = leaving === 0 ? 'none tells' : leaving === 1 ? '1 tells' : `${leaving} tell`;
  const said = `Of ${pieces} ${named} in 52 weeks, ${loves} it and ${leaves} of leaving`;
  if (since === null) return `${said}.`;
  const before = since.before.leaving === 0 ? 'none' : String(since.before.leaving);
  return `${said}: ${since.leaving} of the ${since.pieces} since ${since.version}, ${before} of the ${since.before.pieces} before.`;
}

function claimedSentence({ headline, pages }: Claimed, { telling }: Focus): string {
  const says = headline === null ? '' : `The site says “${headline.text}”. `;
  const rest = ' Making and serving have not been looked at.';
  if (telling.state !== 'seen') return `${says || 'A site was read. '}${telling.because ?? ''}${rest}`;
  const weeks = `${telling.weeks} of ${telling.of} ${telling.of === 1 ? 'week' : 'weeks'}`;
  if (pages === 0) return `Posts and advertisements came out in ${weeks}.${rest}`;
  const deep =
    telling.depth === null
      ? ''
      : `, and ${Math.round(telling.depth * 100)} % of what stood a year ago is gone or replaced`;
  return `${says}Its words changed in ${weeks}${deep}.${rest}`;
}
