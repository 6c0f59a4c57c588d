/**
 * `npm start`: alone it opens with the sample company, and on a terminal with the app, where it can be looked at; with a
 * target it reads that. `bifocal` alone reads the folder it stands in.
 */
import { parse } from '../src/cli/arguments.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { run, start } from '../src/cli/main.ts';
import { terminalOf } from '../src/cli/terminal.ts';

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

if (import.meta.main) {
  const words = process.argv.slice(2);
  const terminal = terminalOf(process);
  // Nobody sits before a pipe: there the reading is all, and the program ends.
  if (words.length === 0 && terminal.interactive) {
    process.exitCode = await run(opening(words), terminal);
    if (process.exitCode === 0 && !terminal.signal.aborted) {
      terminal.print('\nOr look at it in the app, which stays up until Ctrl-C:\n\n');
      await start(['serve']);
    }
  } else await start(opening(words));
}
