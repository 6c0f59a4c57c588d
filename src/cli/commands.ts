/** Every command and flag in one typed table: help, parsing and the reference page all come from it. */
import { BENCH_FLAGS } from './bench-flags.ts';
import { BRIDGE_COMMANDS } from './bridge-commands.ts';
import { CLAIM_COMMANDS } from './claim-commands.ts';
import { DRAFT_COMMANDS } from './draft-commands.ts';
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';
import { MIRROR_COMMANDS } from './mirror-commands.ts';
import { NEED_COMMANDS } from './need-commands.ts';
import { SERVER_COMMANDS } from './server-commands.ts';

export type { Command, Flag } from './flags.ts';

export const COMMANDS: readonly Command[] = [
  {
    name: 'reflect',
    aliases: ['read'],
    usage: '[target…]',
    summary: 'Read a product and say what the year went into. The default command.',
    flags: [
      JSON_FLAG,
      { name: 'at', kind: 'string', takes: '<date>', help: 'Read the past, as of this day (2026-02-28, UTC).' },
      { name: 'deep', kind: 'boolean', help: 'Also replay every line of history: how long lines live. Slower.' },
      {
        name: 'issues',
        kind: 'boolean',
        help: 'Also read the issues of its repository on github.com: 40 calls, or 400 with a token.',
      },
      { name: 'no-issues', kind: 'boolean', help: 'Neither ask for issues nor call for new ones.' },
      {
        name: 'guess',
        kind: 'string',
        takes: '<place>',
        help: 'Your guess before the reading: product, customer, both or neither. Kept, and shown beside it.',
      },
      { name: 'no-guess', kind: 'boolean', help: 'Do not ask for a guess.' },
      { name: 'sample', kind: 'string', takes: '<name>', help: 'Read a company that was invented for this: gallop.' },
      { name: 'fresh', kind: 'boolean', help: 'Derive the reading anew, even where it is kept.' },
      { name: 'html', kind: 'string', takes: '<file>', help: 'Also write the reading as one self-contained page.' },
      {
        name: 'markdown',
        kind: 'string',
        takes: '<file>',
        help: 'Also write it as Markdown for a pull request or an issue; - prints that instead.',
      },
      { name: 'ascii', kind: 'boolean', help: 'Draw with plain signs only.' },
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal', 'read the folder you stand in'],
      ['bifocal ../kettle --at 2026-01-01', 'read a repository as it stood on New Year’s Day'],
      ['bifocal npm:vite --json', 'read a published package, as JSON'],
      ['bifocal ./evidence', 'read a folder of evidence files'],
      ['bifocal --sample gallop', 'an invented company first, with three years of horses'],
      ['bifocal . --issues', 'a repository, and what is asked and answered on github.com'],
      ['bifocal . issues.json', 'the same from a file that gh saved'],
      ['bifocal . --html reading.html', 'a page to forward, with its evidence'],
      ['bifocal . --markdown - | gh issue create -t Reading -F -', 'the reading as an issue'],
      ['bifocal . --product kettle', 'a repository as part of a product with other sources'],
      ['bifocal --product kettle', 'that product again, from its own sources, wherever you stand'],
    ],
  },
  {
    name: 'import',
    aliases: [],
    usage: '<file…>',
    summary: 'Take in what customers said from files: CSV, JSON lines, workbooks, and what other tools export.',
    flags: [
      { name: 'as', kind: 'string', takes: '<format>', help: 'The format, where it is not recognised by its content.' },
      { name: 'preview', kind: 'boolean', help: 'Show what each column is taken for, and keep nothing.' },
      {
        name: 'map',
        kind: 'string',
        takes: '<columns>',
        help: 'Which column is what: id=Ref,text=Message,at=When. Remembered; id=* where rows have none.',
      },
      {
        name: 'dates',
        kind: 'string',
        takes: '<order>',
        help: 'day-first or month-first, where 3/4/2026 can be either.',
      },
      {
        name: 'from',
        kind: 'string',
        takes: '<place>',
        help: 'The place that the ids are from, to tell two files of the same columns apart.',
      },
      { name: 'template', kind: 'boolean', help: 'Print a CSV to fill in: headings and two example rows.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal import tickets.csv --preview', 'see what would be taken, and as what'],
      ['bifocal import issues.jsonl.gz comments.jsonl.gz', 'threads and the replies to them'],
      ['bifocal import survey.csv --map id=Ref,text=Message,at=When', 'say which column is what'],
      ['pbpaste | bifocal import -', 'cells that were copied from a sheet, or lines that were typed'],
      ['bifocal import --template > feedback.csv', 'a sheet to fill in'],
    ],
  },
  {
    name: 'export',
    aliases: [],
    usage: '[product]',
    summary: 'Write a product with all that a reading needs into a folder; importing it gives the same reading.',
    flags: [
      { name: 'to', kind: 'string', takes: '<folder>', help: 'An empty or new folder; <product>-export without it.' },
      {
        name: 'as',
        kind: 'string',
        takes: '<jsonl|csv>',
        help: 'Lines of JSON, or CSV that spreadsheets open safely.',
      },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal export', 'the product of this folder'],
      ['bifocal export kettle --to kettle-2026 --as csv', 'a named one, for spreadsheets'],
      ['bifocal import kettle-2026', 'takes it in elsewhere'],
    ],
  },
  {
    name: 'undo',
    aliases: [],
    usage: '[import…]',
    summary: 'Take back a whole import; without one, list those that can be.',
    flags: [JSON_FLAG, STORE_FLAG],
    examples: [
      ['bifocal undo', 'every import that can be taken back'],
      ['bifocal undo 0198f2c1-…', 'take that one back'],
    ],
  },
  {
    name: 'add',
    aliases: [],
    usage: '[strand | source] <target>',
    summary: 'Write a source to a product: what it ships, what customers say, or what it claims.',
    flags: [JSON_FLAG, PRODUCT_FLAG, STORE_FLAG],
    examples: [
      ['bifocal add github:acme/kettle', 'its issues, replies and releases'],
      ['bifocal add says github:acme/kettle --product kettle', 'only what customers say, of a named product'],
      ['bifocal add catalogue ./snapshots', 'a folder, taken as snapshots of a catalogue'],
    ],
  },
  {
    name: 'sources',
    aliases: [],
    usage: '',
    summary:
      'Say what a product is read from: state, known until when, last news, and what would mend what is missing.',
    flags: [
      { name: 'all', kind: 'boolean', help: 'Of every product in the store.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal sources', 'of the product of this folder'],
      ['bifocal sources --all --json', 'of all of them, as JSON'],
    ],
  },
  {
    name: 'gather',
    aliases: [],
    usage: '[source…]',
    summary: 'Read all of a product’s sources again, whole: waits where a service says so, and goes on after any stop.',
    flags: [
      { name: 'deep', kind: 'boolean', help: 'Also replay every line of history.' },
      { name: 'due', kind: 'boolean', help: 'Only what is due: read a day ago, or failed an hour ago.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal gather', 'everything that is new since the last time'],
      ['bifocal gather --due', 'from a timer: whatever is due by now, and nothing else'],
      ['bifocal gather github --product kettle', 'one kind of source, of a named product'],
    ],
  },
  {
    name: 'forget',
    aliases: [],
    usage: '[person]',
    summary: 'Erase a person from the whole store for good, or say how long texts are kept.',
    flags: [
      { name: 'also', kind: 'string', takes: '<words>', help: 'Other words for them in others’ texts: Ada,Lovelace.' },
      { name: 'yes', kind: 'boolean', help: 'Do not ask whether you are sure.' },
      {
        name: 'keep',
        kind: 'string',
        takes: '<months>',
        help: 'Keep the texts of a product so long; all keeps them all.',
      },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal forget ada@example.org --also Ada', 'her words, her identities, and her name in others’ texts'],
      ['bifocal forget --keep 24', 'texts of two years; that older ones were written stays'],
    ],
  },
  {
    name: 'links',
    aliases: [],
    usage: '[confirm|veto|undo <link…>]',
    summary:
      'Which change answers which ask. What nobody wrote down is offered; say yes or no, and later readings obey.',
    flags: [
      { name: 'all', kind: 'boolean', help: 'List all of them, not only the likeliest.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product whose links they are; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal links', 'what may have answered what'],
      ['bifocal links confirm 3f9a2c81', 'yes, that change answered it'],
      ['bifocal links veto 3f9a2c81', 'no, it did not'],
      ['bifocal links undo 3f9a2c81', 'as if nothing had been said'],
    ],
  },
  {
    name: 'shipped',
    aliases: [],
    usage: '[<release>]',
    summary: 'The releases, how far each went and whom it answered; one of them with every ask behind it.',
    flags: [
      { name: 'all', kind: 'boolean', help: 'List all of them, previews too.' },
      { name: 'card', kind: 'boolean', help: 'One release on a page, as Markdown: whom to tell, what may be said.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product whose releases they are; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal shipped', 'tinker, iteration or overhaul, and whom each answered'],
      ['bifocal shipped 2.3', 'what it answered, how long that waited, who was told'],
      ['bifocal shipped 2.3 --card > card.md', 'its release card; `latest` for the newest release'],
    ],
  },
  {
    name: 'people',
    aliases: [],
    usage: '[person…]',
    summary: 'Say who counts as team, outsider or bot, and why; correct it, and later readings obey.',
    flags: [
      { name: 'team', kind: 'boolean', help: 'They are of the team.' },
      { name: 'outsider', kind: 'boolean', help: 'They are not of the team, and no program.' },
      { name: 'bot', kind: 'boolean', help: 'It is a program.' },
      { name: 'same', kind: 'boolean', help: 'The two that are named are one person.' },
      { name: 'apart', kind: 'boolean', help: 'The two that are named are two people.' },
      { name: 'undo', kind: 'boolean', help: 'Take back what was decided of them last.' },
      { name: 'list', kind: 'string', takes: '<file>', help: 'Take people from a file too, one a line.' },
      { name: 'all', kind: 'boolean', help: 'List everybody, not the first eight of each side.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal people', 'who is heard, by pseudonym and count'],
      ['bifocal people 1f3a9c21 --team', 'whoever that is belongs to the team'],
      ['bifocal people @example.org --team', 'everybody who writes from that company does'],
      ['bifocal people ada@example.org github.com:ada --same', 'two channels, one person'],
      ['bifocal people --list team.txt --team', 'a list of handles and addresses'],
    ],
  },
  {
    name: 'compare',
    aliases: [],
    usage: '<target> <target> [more…]',
    summary: 'Hold two or more products against each other over the same year; ranked only where that can be said.',
    flags: [
      JSON_FLAG,
      {
        name: 'at',
        kind: 'string',
        takes: '<date>',
        help: 'Read all as of this day; without it, the day the first of them ends.',
      },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal compare ../vite ../parcel', 'two repositories over the year that both cover'],
      ['bifocal compare vite parcel --json', 'products that were read before, as JSON'],
    ],
  },
  ...SERVER_COMMANDS,
  ...NEED_COMMANDS,
  ...CLAIM_COMMANDS,
  ...BRIDGE_COMMANDS,
  ...DRAFT_COMMANDS,
  ...MIRROR_COMMANDS,
  {
    name: 'explain',
    aliases: [],
    usage: '[audit | error | question]',
    summary: 'Explain a figure, a question or an error; with a target, show the cases behind it.',
    flags: [
      { name: 'of', kind: 'string', takes: '<target>', help: 'Show the cases of this product’s newest reading.' },
      { name: 'all', kind: 'boolean', help: 'Show every case that the reading names, not the first ten.' },
      JSON_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal explain commit-to-release', 'how it is measured, scored and gamed'],
      ['bifocal explain limbo --of .', 'which finished changes wait, here'],
      ['bifocal explain GIT_EMPTY', 'what an error means and what to do'],
    ],
  },
  {
    name: 'move',
    aliases: [],
    usage: '',
    summary: 'Copy the store from its file to a PostgreSQL server, all of it or nothing; readings stay the same.',
    flags: [
      { name: 'to', kind: 'string', takes: '<address>', help: 'postgres://…; without it, DATABASE_URL.' },
      JSON_FLAG,
      STORE_FLAG,
    ],
    examples: [['bifocal move --to postgres://bifocal@db.example/bifocal', 'from the file to a server']],
  },
  {
    name: 'bench',
    aliases: [],
    usage: '<what> [<file…>]',
    summary:
      'Measure Bifocal on your own labelled data: groups of needs, kinds, duplicates, claims, and links between issues and commits.',
    flags: [...BENCH_FLAGS, JSON_FLAG, STORE_FLAG],
    examples: [
      ['bifocal bench groups asked.csv --text question --label need', 'are the groups those that people made?'],
      ['bifocal bench claims gold.csv --repositories ../clones', 'which sentences of a README are claims?'],
      ['bifocal bench kinds reviews.csv --text review --label kind', 'are problems, requests and praise told apart?'],
      ['bifocal bench duplicates issues.jsonl.gz pairs.csv', 'is the original found among all others?'],
      ['bifocal bench links .', 'the links that this repository writes down: hidden, and found again?'],
      ['bifocal bench links --issues i.csv --commits c.csv --gold g.csv', 'are hidden links found again?'],
    ],
  },
  {
    name: 'doctor',
    aliases: [],
    usage: '',
    summary: 'Say where data lies and whether everything that reading needs is there.',
    flags: [JSON_FLAG, STORE_FLAG],
    examples: [['bifocal doctor', 'check this machine']],
  },
];

/** The exit codes of every command (DESIGN §8). */
export const EXITS = [
  [0, 'read'],
  [1, 'could not read'],
  [2, 'wrong use'],
  [3, 'below the bar that was set'],
] as const;
