/** The commands about what to do and what it did, as the table of commands has them. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const BRIDGE_COMMANDS: readonly Command[] = [
  {
    name: 'bridge',
    aliases: [],
    usage: '[adopt | drop | done | undo <action>]',
    summary: 'What to do this week and this quarter, what was decided and done, and what it did.',
    flags: [
      { name: 'owner', kind: 'string', takes: '<name>', help: 'adopt: who does it.' },
      { name: 'due', kind: 'string', takes: '<day>', help: 'adopt: by when, as 2026-03-13.' },
      { name: 'on', kind: 'string', takes: '<day>', help: 'done: the day on which it was done; today without it.' },
      { name: 'because', kind: 'string', takes: '<text>', help: 'Why; dropping one needs it.' },
      { name: 'by', kind: 'string', takes: '<name>', help: 'Who decides; kept with the decision.' },
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
      ['bifocal bridge --as ics > bifocal.ics', 'due days and days of verdicts, for a calendar'],
    ],
  },
];
