/** Before words leave for a model of the user’s own: what was asked for by flag or environment, and their leave. */
import { BifocalError } from '#core/errors.ts';
import { counted } from '#core/wording.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** A flag, else its variable; null where neither says anything. */
export function saidBy({ flags }: Asked, { env }: Terminal, name: string, variable: string): string | null {
  const value = flags[name] ?? env[variable];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export interface Sent {
  readonly texts: number;
  readonly characters: number;
}

export interface Going {
  readonly to: string;
  readonly model: string;
  /** What to leave out for nothing to be sent. */
  readonly flag: string;
  readonly yes: boolean;
}

export async function agreed(sent: Sent, { to, model, flag, yes }: Going, terminal: Terminal): Promise<void> {
  const texts = `${counted(sent.texts, 'text')} (${counted(sent.characters, 'character')})`;
  terminal.warn(
    ` ${texts} ${yes ? 'are sent' : 'would be sent'} to ${to}, for the model ${model}: the beginning of each, without e-mail addresses, phone numbers and keys.\n`,
  );
  if (!yes) await confirmed(' Send them? [y/N] ', terminal, { texts, to, flag });
}

export async function confirmed(
  question: string,
  terminal: Terminal,
  nothing: { texts: string; to: string; flag: string },
): Promise<void> {
  const answer = terminal.interactive ? await terminal.ask(question) : null;
  if (!/^\s*y(?:es)?\s*$/i.test(answer ?? '')) throw new BifocalError('NOTHING_SENT', nothing);
}
