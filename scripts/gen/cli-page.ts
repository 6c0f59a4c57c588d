/** The reference page of commands and flags, from the command line's own table. */
import { COMMANDS, type Command, EXITS, type Flag } from '#cli/commands.ts';
import { type GeneratedFile, HEADER } from './generated-file.ts';

export function cliPage(): GeneratedFile {
  const text = [
    `<!-- ${HEADER} -->`,
    '',
    '# Commands',
    '',
    '`bifocal` alone reads the folder it stands in. In a checkout, `npm run -s bifocal -- <arguments>` runs it from source.',
    '',
    ...COMMANDS.map(section),
    '## Exit codes',
    '',
    '| code | meaning |',
    '|---|---|',
    ...EXITS.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
  ].join('\n');
  return { path: 'docs/reference/cli.md', text };
}

function section({ name, aliases, usage, summary, flags, examples }: Command): string {
  const also = aliases.length === 0 ? [] : [`Also called ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`, ''];
  const table = flags.length === 0 ? [] : ['| flag | what it does |', '|---|---|', ...flags.map(row), ''];
  return [
    `## ${name}`,
    '',
    `\`bifocal ${`${name} ${usage}`.trim()}\``,
    '',
    summary,
    '',
    ...also,
    ...table,
    ...examples.map(([line, what]) => `- \`${line}\`: ${what}`),
    '',
  ].join('\n');
}

function row({ name, takes, help }: Flag): string {
  return `| \`--${name}${takes === undefined ? '' : ` ${takes}`}\` | ${help.replaceAll('|', '\\|')} |`;
}
