/** Every command and flag in one typed table: help, parsing and the reference page all come from it. */

export interface Flag {
  readonly name: string;
  readonly kind: 'boolean' | 'string';
  /** What follows a string flag in help: `<date>`. */
  readonly takes?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Positional arguments as help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly (readonly [line: string, what: string])[];
}

const JSON_FLAG: Flag = { name: 'json', kind: 'boolean', help: 'Print JSON instead of words.' };
const STORE_FLAG: Flag = {
  name: 'store',
  kind: 'string',
  takes: '<file>',
  help: 'Use this store file instead of the usual place.',
};

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
      { name: 'html', kind: 'string', takes: '<file>', help: 'Also write the reading as one self-contained page.' },
      { name: 'ascii', kind: 'boolean', help: 'Draw with plain signs only.' },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal', 'read the folder you stand in'],
      ['bifocal ../kettle --at 2026-01-01', 'read a repository as it stood on New Year’s Day'],
      ['bifocal npm:vite --json', 'read a published package, as JSON'],
      ['bifocal ./evidence', 'read a folder of evidence files'],
      ['bifocal . --issues', 'a repository, and what is asked and answered on github.com'],
      ['bifocal . issues.json', 'the same from a file that gh saved'],
      ['bifocal . --html reading.html', 'a page to forward, with its evidence'],
    ],
  },
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
