/** From the words on the command line to a command, its flags and its targets. */
import { parseArgs } from 'node:util';
import { BifocalError } from '#core/errors.ts';
import { COMMANDS, type Command } from './commands.ts';

export interface Asked {
  readonly command: Command;
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly targets: readonly string[];
  /** `--help` was among the words. */
  readonly help: boolean;
}

const GLOBAL = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const;

/** Rejects with USAGE on a flag that the command does not have. A first word that is no command is a target to reflect on. */
export function parse(words: readonly string[]): Asked {
  const [first] = words;
  const named = COMMANDS.find(
    ({ name, aliases }) => first !== undefined && (name === first || aliases.includes(first)),
  );
  const command = named ?? COMMANDS[0];
  if (!command) throw new Error('no command is defined');
  const rest = named ? words.slice(1) : [...words];
  const flags = Object.fromEntries(command.flags.map(({ name, kind }) => [name, { type: kind }]));
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...GLOBAL, ...flags },
      allowPositionals: true,
      strict: true,
    });
    return { command, flags: values as Asked['flags'], targets: positionals, help: values.help === true };
  } catch (cause) {
    throw new BifocalError('USAGE', { cause: said(cause, command), command: command.name }, cause);
  }
}

function said(cause: unknown, command: Command): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const flag = /'(--?[^'\s]+)/.exec(message)?.[1];
  if (!flag) return message;
  if (message.includes('argument missing')) return `${flag} needs a value.`;
  const near = command.flags.map(({ name }) => `--${name}`).find((name) => name.startsWith(flag.slice(0, 4)));
  return `\`${command.name}\` has no flag ${flag}.${near ? ` Did you mean ${near}?` : ''}`;
}
