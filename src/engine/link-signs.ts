/** What a person can look at in a link that nobody wrote down: the rarest words that both ends share, and the days between them. */
import { contentWords } from '#core/content-words.ts';
import type { Evidence } from '#core/evidence.ts';
import { DAY } from '#core/time.ts';

export interface LinkSigns {
  /** The rarest first. */
  readonly words: string[];
  /** From the ask to the change; whole days. */
  readonly days: number;
}

const LONGEST = 2_000;
const SHOWN = 5;
/** Shorter ones seldom tell anything. */
const LETTERS = 4;

/** `ends`: all that are listed; a word is as rare as few of them hold it. */
export function signsAmong(ends: readonly Evidence[]): (from: string, to: string) => LinkSigns | null {
  const said = new Map(ends.map((row) => [row.id, { at: row.at, words: wordsOf(row) }]));
  const held = new Map<string, number>();
  for (const { words } of said.values()) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1);
  return (from, to) => {
    const [change, ask] = [said.get(from), said.get(to)];
    if (change === undefined || ask === undefined) return null;
    const shared = [...change.words].filter((word) => ask.words.has(word));
    const rarest = shared.sort((a, b) => (held.get(a) ?? 0) - (held.get(b) ?? 0) || (a < b ? -1 : 1));
    return { words: rarest.slice(0, SHOWN), days: Math.round((change.at - ask.at) / DAY) };
  };
}

function wordsOf({ title, body }: Evidence): ReadonlySet<string> {
  const words = contentWords(`${title ?? ''}\n${(body ?? '').slice(0, LONGEST)}`);
  return new Set([...words].filter((word) => word.length >= LETTERS));
}
