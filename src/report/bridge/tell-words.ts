/** Who was told, in words: counts by channel, and each ask with what is known of its telling. */
import type { Channel, Tell } from '#core/tell.ts';
import { counted } from '#core/wording.ts';
import { dateWords } from '../figures.ts';

const MANY: Readonly<Record<Channel, readonly [string, string]>> = {
  issue: ['issue', 'issues'],
  forum: ['topic', 'topics'],
  letter: ['letter', 'letters'],
  review: ['review', 'reviews'],
  survey: ['survey answer', 'survey answers'],
  post: ['post', 'posts'],
};

export function tellHead(all: readonly Tell[], because: string | null): string {
  if (all.length === 0) return because ?? 'No ask is known to have shipped.';
  const [told, sent] = [
    all.filter(({ state }) => state === 'told').length,
    all.filter(({ state }) => state === 'sent').length,
  ];
  const left = all.length - told - sent;
  const noted = sent === 0 ? '' : `; ${sent} more marked as sent and not found yet`;
  const rest =
    left === 0 ? 'nobody is left to tell' : `${counted(left, 'ask')} ${left === 1 ? 'is' : 'are'} left to tell`;
  return `${told} of ${counted(all.length, 'shipped ask')} ${told === 1 ? 'was' : 'were'} told${noted}; ${rest}.`;
}

/** `3 issues, 1 letter`. */
export function channelWords(tells: readonly Tell[]): string {
  return [...Map.groupBy(tells, ({ channel }) => channel)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([channel, own]) => counted(own.length, ...MANY[channel]))
    .join(', ');
}

const BY = { human: 'by a person', bot: 'by a bot', notes: 'in the notes' } as const;

export function tellState({ state, told, sent }: Tell): string {
  if (told !== null) return `told ${BY[told.by]} on ${dateWords(told.at)}`;
  if (state === 'sent' && sent !== null)
    return `marked as sent on ${dateWords(sent.at)}${sent.by === null ? '' : ` by ${sent.by}`}; not found in the thread yet`;
  return 'not told';
}
