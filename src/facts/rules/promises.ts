/** Finds sentences that promise something by a time, and the last moment of that time. Pure; without a year the text's own day tells it. */
import type { Line } from './opening.ts';

export interface Promised extends Line {
  /** The first moment after the time that is named, ms UTC; null for `soon`. */
  readonly due: number | null;
}

const LONGEST = 400;
const MOST_LINES = 5_000;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
/** Seasons of the northern half, by the month after their last. */
const SEASONS: Readonly<Record<string, number>> = { spring: 5, summer: 8, autumn: 11, fall: 11, winter: 2 };

/** Words of intent, or a list under a heading of plans. */
const INTENT =
  /\b(?:will|shall|going to|plan(?:s|ned)? (?:to|for)|planned|scheduled|coming|arriv(?:es|ing)|expect(?:s|ed)?|aim(?:s|ing)? (?:to|for)|target(?:s|ed|ing)?|ETA|due|promised?|you will see|from this)\b/i;
const PLANS =
  /\b(?:road ?map|road ahead|what comes next|what'?s next|coming (?:soon|next)|upcoming|next steps|plans?|planned|milestones?)\b/i;
/** What is over, what stops, and what others do is no promise of ours. */
const NO_PROMISE =
  /\b(?:done|shipped|released|was|were|has been|have been|since|until|end[- ]of[- ]life|EOL|no longer|deprecat\w*|support(?:ed)? (?:ends|until)|expires?|copyright|licen[cs]e|last updated)\b|©|\[x\]|~~/i;

export function promisesIn(body: string, at: number, options: { readonly ownDay: boolean }): readonly Promised[] {
  const found: Promised[] = [];
  let plans = false;
  let fenced = false;
  for (const [place, whole] of body.split('\n', MOST_LINES).entries()) {
    const text = whole.trim();
    if (/^(?:```|~~~)/.test(text)) fenced = !fenced;
    if (fenced || text === '' || text.length > LONGEST) continue;
    const heading = /^#{1,6}\s+(.{1,200})/.exec(text)?.[1];
    if (heading !== undefined) {
      plans = PLANS.test(heading);
      continue;
    }
    const listed = plans && /^(?:[-*+]|\d+[.)])\s/.test(text);
    // Where only a year tells a time, most lines tell none.
    if (!listed && !options.ownDay && !ANY_YEAR.test(text)) continue;
    if ((!listed && !INTENT.test(text)) || NO_PROMISE.test(text)) continue;
    const due = dueIn(text, at, options.ownDay);
    if (due === null ? listed && /\bsoon\b/i.test(text) : due > at) found.push({ text, line: place + 1, due });
  }
  return found;
}

const COMING_MONTH = new RegExp(`(?:\\b(?:in|by|this|next|before)|:) ${MONTH}(?![\\w’'])(?!\\s{1,2}\\d{4})`, 'i');

/** A time with its year; or, where the text's own day is known, one that is next after it. */
function dueIn(text: string, at: number, ownDay: boolean): number | null {
  const absolute = withYear(text);
  if (absolute !== null || !ownDay) return absolute;
  const own = new Date(at);
  const year = own.getUTCFullYear();
  const season = /\b(?:this|next|by|in|by the end of) (spring|summer|autumn|fall|winter)\b/i.exec(text);
  if (season) return next(at, SEASONS[(season[1] as string).toLowerCase()] as number);
  if (
    /\b(?:by|before|until) (?:the )?(?:year'?s|year’s) end\b|\bby the end of (?:the|this) year\b|\bthis year\b/i.test(
      text,
    )
  )
    return Date.UTC(year + 1, 0, 1);
  if (/\b(?:by|before) christmas\b/i.test(text)) return next(at, 11, 25);
  const month = COMING_MONTH.exec(text);
  return month ? next(at, monthOf(month[1] as string) + 1) : null;
}

const YEAR = '(20\\d{2})';
const ANY_YEAR = /20\d{2}/;
const AFTER_QUARTER: Readonly<Record<string, number>> = { first: 3, second: 6, third: 9, fourth: 12, last: 12 };

function withYear(text: string): number | null {
  if (!ANY_YEAR.test(text)) return null;
  const read = (pattern: string) => new RegExp(pattern, 'i').exec(text);
  const day = /\b(20\d{2})-(\d{2})-(\d{2})\b/.exec(text);
  if (day) return Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + 1);
  const quarter = read(`\\bQ([1-4])[ /,-]{1,2}${YEAR}\\b`);
  if (quarter) return Date.UTC(Number(quarter[2]), Number(quarter[1]) * 3, 1);
  const worded = read(`\\b(first|second|third|fourth|last) quarter(?: of)? ${YEAR}\\b`);
  if (worded) return Date.UTC(Number(worded[2]), AFTER_QUARTER[(worded[1] as string).toLowerCase()] as number, 1);
  const christmas = read(`\\bchristmas(?: of)? ${YEAR}\\b`);
  if (christmas) return Date.UTC(Number(christmas[1]), 11, 25);
  const month = read(`\\b${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?,)?(?: of)? ${YEAR}\\b`);
  if (month) return Date.UTC(Number(month[2]), monthOf(month[1] as string) + 1, 1);
  const season = read(`\\b(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}\\b`);
  if (season) {
    const after = SEASONS[(season[1] as string).toLowerCase()] as number;
    return Date.UTC(Number(season[2]) + (after < 3 ? 1 : 0), after, 1);
  }
  const end = read(`\\b(?:end of|by|during|later in|in) ${YEAR}\\b`);
  return end ? Date.UTC(Number(end[1]) + 1, 0, 1) : null;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));
}

/** The first such day after `at`. */
function next(at: number, month: number, day = 1): number {
  const year = new Date(at).getUTCFullYear();
  const here = Date.UTC(year, month, day);
  return here > at ? here : Date.UTC(year + 1, month, day);
}
