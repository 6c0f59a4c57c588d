/** What changed since a day, in at most ten lines: its head and nine, what needs somebody first. */
import type { Since, SinceLens } from '#core/since.ts';
import { counted } from '#core/wording.ts';
import { dateWords, round } from '../figures.ts';
import { prose } from '../markdown/escape.ts';
import { verdictSentence } from './action-words.ts';

const MOST_LINES = 9;
const MOST_OF_A_KIND = 2;

export interface SinceLine {
  readonly head: string;
  readonly says: string;
  readonly evidence: readonly string[];
}

export function sinceHead(product: string, { from, to }: Since): string {
  return `${product} from ${dateWords(from)} to ${dateWords(to)}`;
}

export function sinceLines(since: Since): readonly SinceLine[] {
  const lines = [
    ...lensLines(since),
    ...shippedLines(since),
    ...waitLines(since),
    ...since.verdicts
      .slice(0, MOST_OF_A_KIND)
      .map(({ title, judged, evidence }) =>
        line('verdict', `${title}: ${judged === null ? '' : verdictSentence(judged)}`, evidence),
      ),
    ...since.due
      .slice(0, MOST_OF_A_KIND)
      .map(({ title, due, owner, evidence }) =>
        line('due', `${title}, ${dateWords(due ?? '')}${owner === null ? '' : `, ${owner}`}.`, evidence),
      ),
    ...since.findings.slice(0, 1).map(({ sentence, evidence }) => line('found', sentence, evidence)),
    ...needLines(since),
    ...(since.next === null ? [] : [nextLine(since.next)]),
  ];
  return lines.slice(0, MOST_LINES);
}

function nextLine({ title, people, evidence }: NonNullable<Since['next']>): SinceLine {
  const whom = people === null || people === 0 ? '' : `, for ${counted(people, 'person who waits', 'people who wait')}`;
  return line('next', `${title}${whom}.`, evidence);
}

function line(head: string, says: string, evidence: readonly string[] = []): SinceLine {
  return { head, says, evidence };
}

function lensLines({ lenses, before }: Since): SinceLine[] {
  if (before === null) return [line('lenses', 'No reading is kept of the first day, so no change can be told.')];
  return [line('lenses', `${lenses.map(lensWords).join('; ')}.`)];
}

function lensWords({ lens, before, now, apart }: SinceLens): string {
  const name = lens === 'product' ? 'Product' : 'Customer';
  if (before === null || now === null) return `${name} not known on both days`;
  if (!apart) return `${name} ${round(now)}, no change we can call`;
  return `${name} ${round(now)}, ${now > before ? 'up' : 'down'} from ${round(before)}`;
}

function shippedLines({ releases }: Since): SinceLine[] {
  if (releases.length === 0) return [line('shipped', 'No release.')];
  const [people, untold] = [sum(releases.map((one) => one.people)), sum(releases.map((one) => one.untold))];
  const names = releases
    .slice(0, 3)
    .map(({ version }) => version)
    .join(', ');
  const more = releases.length > 3 ? ` and ${releases.length - 3} more` : '';
  const whom = people === 0 ? 'answered nobody that is known' : `answered ${counted(people, 'person', 'people')}`;
  const tell = untold === 0 ? '' : `; ${untold} of them not told yet`;
  return [line('shipped', `${names}${more}: ${whom}${tell}.`)];
}

function waitLines({ waits, answered }: Since): SinceLine[] {
  if (waits === null || answered === null) return [line('asks', 'Who waits is not known: replies were not gathered.')];
  const heard =
    answered.people === 0
      ? 'nobody who waited before was answered'
      : `${counted(answered.people, 'person', 'people')} who waited before ${answered.people === 1 ? 'was' : 'were'} answered`;
  const newly =
    waits.people === 0
      ? 'Nobody newly waits'
      : `${counted(waits.people, 'person newly waits', 'people newly wait')} for a human answer`;
  return [line('asks', `${newly}; ${heard}.`, waits.evidence)];
}

function needLines({ needs }: Since): SinceLine[] {
  const [first] = needs;
  if (first === undefined) return [];
  return [
    line(
      'need',
      `New: ${first.name}, ${counted(first.people, 'person', 'people')}${needs.length > 1 ? `; and ${counted(needs.length - 1, 'other', 'others')}` : ''}.`,
    ),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function sinceMarkdown(product: string, since: Since): string {
  const lines = sinceLines(since).map(({ head, says }) => `- **${head}** ${prose(says)}`);
  return `**${prose(sinceHead(product, since))}**\n\n${lines.join('\n')}\n`;
}
