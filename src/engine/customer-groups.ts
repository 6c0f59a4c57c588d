/** Which customers a piece of feedback comes from, as far as its source tells: segment, plan, company, channel. */
import type { Evidence } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import type { Grouping, PackagePiece } from '#core/package.ts';

/** Members of a record, or columns of a table, by the names that tools give them. */
const NAMES: Readonly<Record<Exclude<Grouping, 'channel'>, RegExp>> = {
  segment: /^(?:(?:customer|user)[ _-]?)?(?:segment|type|group|persona|cohort)$|^kundengruppe$/i,
  plan: /^(?:(?:customer|user|billing|subscription)[ _-]?)?(?:plan|tier|edition)$|^subscription$|^tarif$/i,
  company: /^(?:(?:customer|user)[ _-]?)?(?:company|organi[sz]ation|account)(?:[ _-]?name)?$|^firma$/i,
};
const LONGEST = 60;

export function groupsIn({ type, data }: Pick<Evidence, 'type' | 'data'>, domain: string | null) {
  const company = namedIn(data, NAMES.company) ?? domain;
  const [segment, plan] = [namedIn(data, NAMES.segment), namedIn(data, NAMES.plan)];
  const groups: PackagePiece['groups'] = {
    ...(segment !== null && { segment }),
    ...(plan !== null && { plan }),
    ...(company !== null && { company }),
    channel: CHANNELS[type] ?? type,
  };
  return groups;
}

/** The people of a channel, in the words of a sentence. */
const CHANNELS: Readonly<Record<string, string>> = {
  issue: 'those who open issues',
  review: 'those who review',
  post: 'those who post',
  survey: 'those who answer surveys',
  ticket: 'those who write to support',
  letter: 'those who write letters',
  question: 'those who ask questions',
};

function namedIn(data: JsonObject | null, pattern: RegExp): string | null {
  const own = data?.row;
  const records = [data, typeof own === 'object' && own !== null && !Array.isArray(own) ? (own as JsonObject) : null];
  for (const record of records) {
    for (const [key, value] of Object.entries(record ?? {})) {
      if (typeof value !== 'string' || !pattern.test(key.trim())) continue;
      const name = value.replace(/\s+/g, ' ').trim();
      if (name !== '' && name.length <= LONGEST) return name;
    }
  }
  return null;
}
