/** Help that teaches: what Bifocal is, what can be typed, and what it means. */
import { COMMANDS, type Command, EXITS, type Flag } from './commands.ts';

export function helpOf(command: Command | null): string {
  return command === null ? overview() : commandHelp(command);
}

function overview(): string {
  return `bifocal: see your product and your customers in one view.

Reads what a product ships, and answers from evidence: is it more
product-focused or more customer-focused, and what could be done about it?

  bifocal                     read the folder you stand in
  bifocal <target>            a repository, a changelog, npm:<name>,
                              github:<owner>/<name>, a folder of evidence

Commands
${COMMANDS.map((command) => beside(named(command), 26, command.summary)).join('\n')}

  bifocal <command> --help    flags and examples
  bifocal --version           which Bifocal this is

Nothing leaves this machine unless you name a web address, a registry or github:,
or say yes to reading a repository’s issues.
Exit codes: ${EXITS.map(([code, means]) => `${code} ${means}`).join(' · ')}
`;
}

function commandHelp(command: Command): string {
  const flags = [...command.flags, HELP];
  const examples = command.examples.map(([line, what]) => beside(line, 40, what));
  return `bifocal ${command.name} ${command.usage}

${command.summary}${command.aliases.length > 0 ? ` Also: ${command.aliases.join(', ')}.` : ''}

Flags
${flags.map((flag) => beside(flagWords(flag), 18, flag.help)).join('\n')}

Examples
${examples.join('\n')}
`;
}

const HELP: Flag = { name: 'help', kind: 'boolean', help: 'This page.' };

/** What is typed, and what it means beside it; below it where it is long. */
function beside(typed: string, width: number, means: string): string {
  const gap = typed.length > width ? `\n${' '.repeat(width + 4)}` : `${' '.repeat(width - typed.length)}  `;
  return `  ${typed}${gap}${means}`;
}

function named({ name, usage }: Command): string {
  return `${name} ${usage}`.trim();
}

function flagWords({ name, takes }: Flag): string {
  return takes ? `--${name} ${takes}` : `--${name}`;
}
