/** Who is heard, in words: counts by side, then pseudonyms with why; in no order of merit. */

import type { HeardPerson, Standing } from '#core/heard-person.ts';
import { thousands } from '#core/wording.ts';
import { wrap } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

/** So many of each side are listed; all with --all. */
const SHOWN = 8;

const HEADINGS: Readonly<Record<Standing, readonly [one: string, many: string]>> = {
  team: ['of the team', 'of the team'],
  outsider: ['outsider', 'outsiders'],
  bot: ['bot', 'bots'],
  unknown: ['not told apart', 'not told apart'],
};

export function peopleWords(product: string, people: readonly HeardPerson[], all: boolean, screen: Screen): string {
  const paint = paintFor(screen);
  if (people.length === 0) return ` Nobody is known for ${product} yet. Gather what they wrote, or import it.\n`;
  const groups = [...Map.groupBy(people, ({ side }) => side)];
  const counts = groups.map(([side, { length }]) => `${thousands(length)} ${HEADINGS[side][length === 1 ? 0 : 1]}`);
  const lines = ['', ` ${paint('strong', `${product}: ${counts.join(', ')}.`)}`];
  for (const [side, own] of groups) {
    const shown = all ? own : own.slice(0, SHOWN);
    lines.push('', ` ${paint('strong', HEADINGS[side][1])}`);
    for (const reason of Map.groupBy(shown, ({ because }) => because)) lines.push(...reasonLines(reason, screen));
    if (own.length > shown.length) lines.push(`   and ${thousands(own.length - shown.length)} more: --all`);
  }
  lines.push('', ' Wrong? bifocal people <id> --team | --outsider | --bot, or --same <id> <id>.', '');
  return plain(screen, lines.join('\n'));
}

function reasonLines([because, people]: readonly [string, readonly HeardPerson[]], screen: Screen): string[] {
  const paint = paintFor(screen);
  return [...wrap(because, screen.columns - 4).map((line) => `   ${paint('faint', line)}`), ...people.map(personLine)];
}

function personLine({ id, channels, domain, shown, asks, replies, changes, identities }: HeardPerson): string {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : `${thousands(number)} ${number === 1 ? one : many}`;
  const did = [count(asks, 'ask', 'asks'), count(replies, 'reply', 'replies'), count(changes, 'change', 'changes')];
  const where = `${shown ?? domain ?? channels.join(', ')}${identities.length > 1 ? ` (${identities.length} as one)` : ''}`;
  return `   ${id.slice(0, 8)}  ${where.slice(0, 30).padEnd(30)}  ${did.flat().join(', ')}`.trimEnd();
}
