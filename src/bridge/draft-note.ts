/** A note to somebody whose ask shipped, from facts alone: their own words, the release and its day. Nothing is promised. */
import type { Channel } from '#core/tell.ts';

export interface NoteFacts {
  readonly channel: Channel;
  /** In their words, or the first of them. */
  readonly asked: string;
  readonly askedOn: string;
  readonly release: string;
  readonly releasedOn: string;
  /** A person did not write the link down: then the note asks instead of saying. */
  readonly sure: boolean;
}

/** The longest quote: a note is read, not studied. */
const LONGEST = 160;

export function draftNote({ channel, asked, askedOn, release, releasedOn, sure }: NoteFacts): string {
  const quote = `“${cut(asked)}”`;
  const out = sure
    ? `It is in ${release}, out since ${releasedOn}.`
    : `${release}, out since ${releasedOn}, should answer it.`;
  const check = 'If it does not do what you meant, please say so here.';
  switch (channel) {
    case 'letter':
    case 'survey':
      return `Hello,\n\non ${askedOn} you wrote to us: ${quote}\n\n${out} ${check.replace(' here', '')}\n\nThank you for asking.`;
    case 'review':
      return `You asked for this on ${askedOn}. ${out} ${check}`;
    case 'forum':
    case 'issue':
    case 'post':
      return `You asked on ${askedOn}: ${quote}\n\n${out} ${check}`;
  }
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const end = line.lastIndexOf(' ', LONGEST - 1);
  return `${line.slice(0, end > 0 ? end : LONGEST - 1)}…`;
}
