/** The commands about what to do and what it did, as the table of commands has them. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const BRIDGE_COMMANDS: readonly Command[] = [
  {
    name: 'bridge',
    aliases: [],
    usage: '[adopt | drop | done | undo <action> | add <what to do>]',
    summary: 'What to do this week and this quarter, what was decided and done, and what it did.',
    flags: [
      { name: 'owner', kind: 'string', takes: '<name>', help: 'adopt, add: who does it.' },
      { name: 'due', kind: 'string', takes: '<day>', help: 'adopt, add: by when, as 2026-03-13.' },
      { name: 'on', kind: 'string', takes: '<day>', help: 'done: the day on which it was done; today without it.' },
      { name: 'because', kind: 'string', takes: '<text>', help: 'Why; dropping one needs it.' },
      { name: 'by', kind: 'string', takes: '<name>', help: 'Who decides; kept with the decision.' },
      {
        name: 'tell-tale',
        kind: 'string',
        takes: '<audit>',
        help: 'add: the figure that should move, to judge it by.',
      },
      {
        name: 'effort',
        kind: 'string',
        takes: '<time>',
        help: 'add: minutes, hours, days or weeks; hours without it.',
      },
      { name: 'at', kind: 'string', takes: '<day>', help: 'Judge as of this day.' },
      {
        name: 'as',
        kind: 'string',
        takes: '<shape>',
        help: 'Print what is taken up as markdown, ics (calendar), csv, or lines for gh or glab.',
      },
      { name: 'all', kind: 'boolean', help: 'List every proposal.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product whose bridge it is; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal bridge', 'three steps for this week, one or two bets, and what came of earlier ones'],
      ['bifocal bridge adopt loop-closure --owner Kaisa --due 2026-03-13', 'Kaisa tells those who asked'],
      ['bifocal bridge done loop-closure --on 2026-03-10', 'done; cases after that day are held against those before'],
      ['bifocal bridge drop 4 --because "the yard is full"', 'decided against, with the reason'],
      [
        'bifocal bridge add "Call ten customers" --tell-tale no-human-answer',
        'a step of your own, judged like any other',
      ],
      ['bifocal bridge --as ics > bifocal.ics', 'due days and days of verdicts, for a calendar'],
    ],
  },
  {
    name: 'tell',
    aliases: [],
    usage: '[<release> | sent <ask…> | undo <ask…>]',
    summary: 'Who asked for what shipped, who was told, and a draft for each who was not. Nothing is sent.',
    flags: [
      { name: 'all', kind: 'boolean', help: 'List every release, also those of which everybody was told.' },
      { name: 'by', kind: 'string', takes: '<name>', help: 'sent: who sent it.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product whose asks they are; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal tell', 'whom the newest releases left untold, by channel'],
      ['bifocal tell 3.4', 'a note for each of them, from their own words'],
      ['bifocal tell sent 1f3a9c21 --by Kaisa', 'it was sent; it counts as told once it is found in the thread'],
    ],
  },
  {
    name: 'package',
    aliases: [],
    usage: '',
    summary: 'The product at its best, its ideal customer, and which needs of which customers it meets.',
    flags: [
      {
        name: 'by',
        kind: 'string',
        takes: '<way>',
        help: 'Tell customers apart by segment, plan, company or channel; the first that the sources tell, without it.',
      },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product whose package it is; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal package', 'what fits whom, and the smallest step that would make it fit better'],
      ['bifocal package --by channel', 'by where people write'],
    ],
  },
  {
    name: 'since',
    aliases: [],
    usage: '[<day>]',
    summary: 'First Monday: in at most ten lines what changed, who newly waits, what is due, which verdicts came.',
    flags: [
      { name: 'markdown', kind: 'boolean', help: 'Print Markdown.' },
      { name: 'at', kind: 'string', takes: '<day>', help: 'Up to this day; the newest reading without it.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal since', 'since four weeks before the newest reading'],
      ['bifocal since 2026-01-01 --markdown', 'since New Year’s Day, for a message to the team'],
    ],
  },
];
