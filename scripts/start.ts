/** `npm start`: alone it opens with the sample company, with a target it reads that; `bifocal` alone reads the folder it stands in. */
import { parse } from '../src/cli/arguments.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { start } from '../src/cli/main.ts';

const SAMPLE = ['--sample', 'gallop'] as const;

/** The words of the command line, with the sample where they name nothing to read. */
export function opening(words: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === 'help' || COMMANDS.some(({ name, aliases }) => first === name || aliases.includes(first ?? '')))
    return words;
  try {
    const { targets, flags, help } = parse(words);
    const elsewhere = help || flags.version === true || flags.sample !== undefined || flags.product !== undefined;
    return targets.length > 0 || elsewhere ? words : [...SAMPLE, ...words];
  } catch {
    // Said by the command line itself, in its own words.
    return words;
  }
}

if (import.meta.main) await start(opening(process.argv.slice(2)));
