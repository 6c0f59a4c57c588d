/** How a flag or command that documents show may be written where it is built: `--foo-bar`, `foo_bar`, `fooBar` … */
import type { Named } from './offers-extract.ts';
import { NOT_DOCUMENTS, type Pattern, SOURCES } from './offers-grep.ts';

/** How to look for a name in a tree. */
export interface Sought {
  /** Matches wherever the name might still be there, however written. */
  readonly anywhere: Pattern;
  /** Matches only where the name is surely built in. */
  readonly built: Pattern;
  /** Of what may go step by step, the last that was built in counts: nothing of it is left by now. */
  readonly byParts?: boolean;
}

const QUOTES = '["\'`]';
const PACKAGES: readonly string[] = [':(top,glob)**/package.json', ':(top,exclude,glob)**/node_modules/**'];

export function scriptName({ kind, name }: Named): string | null {
  return kind === 'command' && name.startsWith('npm run ') ? name.slice('npm run '.length) : null;
}

/** Spellings that show, as whole words anywhere, that a flag or command may still be there. */
export function spellingsOf(named: Named, writtenOut: boolean): string[] {
  const word = wordOf(named);
  const positive = word.replace(/^(?:no|enable|disable|with|without)-/, '');
  return [...new Set([word, positive])].flatMap((base) => {
    // A single word says little: it must stand in quotes, where a project is known to write its flags out.
    if (named.kind !== 'flag' || !writtenOut || !/^[a-z]+$/.test(base)) return casesOf(base);
    return [`--${base}`, `'${base}'`, `"${base}"`, `\`${base}\``, `:${base}`];
  });
}

export function soughtOf(named: Named, writtenOut: boolean): Sought {
  const script = scriptName(named);
  if (script !== null) {
    const entry: Pattern = { expression: `"${escaped(script)}"[ ]*:`, words: false, where: PACKAGES };
    return { anywhere: entry, built: entry };
  }
  const word = escaped(wordOf(named));
  const quoted = `${QUOTES}${word}[ ]?${QUOTES}`;
  const flag = `${QUOTES}[^"'\`]{0,8}--${word}([^A-Za-z0-9_-]|$)|${quoted}`;
  return {
    anywhere: anyOf(spellingsOf(named, writtenOut)),
    built: { expression: named.kind === 'flag' ? flag : quoted, words: false, where: SOURCES },
  };
}

/** Any of these as a whole word in what is no document; the longest first, so that no engine stops at a shorter one. */
export function anyOf(words: readonly string[]): Pattern {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { expression: `(${sorted.map(escaped).join('|')})`, words: true, where: NOT_DOCUMENTS };
}

function wordOf({ kind, name }: Named): string {
  if (kind === 'value') return name;
  return kind === 'flag' ? name.slice(2) : name.slice(name.indexOf(' ') + 1);
}

function casesOf(base: string): string[] {
  const parts = base.split(/[-_]|(?<=[a-z0-9])(?=[A-Z])/).map((part) => part.toLowerCase());
  const titled = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  const camel = [parts[0] ?? '', ...titled.slice(1)].join('');
  return [...new Set([base, parts.join('-'), parts.join('_'), camel, titled.join(''), parts.join('_').toUpperCase()])];
}

export function escaped(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&');
}
