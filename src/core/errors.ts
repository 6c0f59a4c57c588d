/** Every error that Bifocal can answer with: a code that is never renamed, its cause, and what to do about it. */

/** The table. `{name}` parts are filled from the details; `exit` is the process status (DESIGN §8). */
export const ERRORS = {
  TARGET_NOT_FOUND: {
    exit: 1,
    message: 'There is nothing at {target}.',
    hint: 'Name a folder, a git repository, a URL, npm:<name>, github:<owner>/<name>, or a product that was read before.',
  },
  TARGET_UNREADABLE: {
    exit: 1,
    message: '{target} cannot be read: {cause}.',
    hint: 'Give the user who runs Bifocal the right to read it.',
  },
  NOTHING_TO_READ: {
    exit: 1,
    message: '{target} holds nothing that Bifocal can read.',
    hint: 'Run it inside a git repository, or name a changelog, npm:<name>, or a folder of evidence files.',
  },
  GIT_MISSING: {
    exit: 1,
    message: 'git is not on this machine, and {target} is read through it.',
    hint: 'Install git 2.30 or newer and run the same command again.',
  },
  GIT_EMPTY: {
    exit: 1,
    message: '{target} is a git repository without a single commit.',
    hint: 'Make a first commit, then read it again.',
  },
  GIT_FAILED: {
    exit: 1,
    message: 'git stopped while reading {target}: {cause}.',
    hint: 'Run `git fsck` there; what was read before is kept.',
  },
  SOURCE_UNREACHABLE: {
    exit: 1,
    message: '{source} could not be reached: {cause}.',
    hint: 'Check the network or the address; what is already gathered is kept and still read.',
  },
  SOURCE_REFUSED: {
    exit: 1,
    message: '{source} refused: {cause}.',
    hint: 'Check the name, the token and its scopes, then gather again.',
  },
  PAGE_UNREADABLE: {
    exit: 1,
    message: '{page} was not read: {cause}.',
    hint: 'Name another page, or save this one from a browser as HTML and add the file: `bifocal add page <file>`.',
  },
  NOT_PUBLIC: {
    exit: 1,
    message: '{source} is not public, or not there.',
    hint: 'Check the name. For a private one, {access}.',
  },
  LIMIT_USED_UP: {
    exit: 1,
    message: '{source} allows no more calls {until}.',
    hint: 'What was read is kept, and the next run goes on. {raises}',
  },
  FILE_NOT_WHAT_IT_CLAIMS: {
    exit: 1,
    message: '{file} is not {format}: {cause}.',
    hint: 'Nothing of it was taken. Correct the file or name its format with --as.',
  },
  ROW_REFUSED: {
    exit: 1,
    message: '{file}, row {row} was not taken: {cause}.',
    hint: 'The other rows were. Correct this one and import the file again; what is known stays as it is.',
  },
  EMBEDDER_UNUSABLE: {
    exit: 1,
    message: 'No vectors came from {model}: {cause}.',
    hint: 'Check the folder, or the address, the name of the model and BIFOCAL_EMBEDDER_KEY, then run it again: vectors that came are kept. Without --embedder nothing is sent and the built-in vectors are used.',
  },
  WRITER_UNUSABLE: {
    exit: 1,
    message: 'No draft came from {model}: {cause}.',
    hint: 'Check the address, the name of the model and BIFOCAL_WRITER_KEY, then run it again. Nothing of the answer was used or kept.',
  },
  NOTHING_SENT: {
    exit: 2,
    message: '{texts} would be sent to {to}, and nobody agreed to that. Nothing was sent.',
    hint: 'Add --yes to send them, or leave {flag} out.',
  },
  COLUMN_NOT_FOUND: {
    exit: 1,
    message: '{file} has no column for {missing}; its columns are {columns}.',
    hint: 'Say which ones they are: --map id=<column>,text=<column>,at=<column>. Where rows have no id, say id=*.',
  },
  BENCH_COLUMN_NOT_FOUND: {
    exit: 1,
    message: '{file} has no column {missing}; its columns are {columns}.',
    hint: 'Groups and kinds take --text <column> and --label <column>; pairs need the columns duplicate and original.',
  },
  BENCH_LABELS_UNKNOWN: {
    exit: 1,
    message: '{file} has no label that Bifocal judges by itself; its labels are {labels}.',
    hint: 'Bifocal knows problem, request, question, praise, leaving; positive, negative, neutral; requirement, noise. Other labels can be learned from the file: add --folds 10.',
  },
  FORMAT_UNKNOWN: {
    exit: 1,
    message: '{file} is none of the formats that can be imported.',
    hint: 'Save it as CSV with headings, or write the template with `bifocal import --template` and fill it in.',
  },
  ADDRESS_TAKEN: {
    exit: 1,
    message: 'The server could not listen at {address}: {cause}.',
    hint: 'Choose another with --port <number>; --port 0 takes any that is free.',
  },
  NOT_COMPARABLE: {
    exit: 1,
    message: 'These cannot be held against each other: {cause}.',
    hint: 'Name two or more different products, and read them as of the same day with --at <date>.',
  },
  NOT_LOOPBACK: {
    exit: 2,
    message:
      'The server was asked to listen at {host}, where others could reach it, and it does not know its address: {cause}.',
    hint: 'Add --url https://<name>, as people have it in their browser. Behind it something must speak TLS, such as a reverse proxy.',
  },
  SIGN_IN_FIRST: {
    exit: 1,
    message: 'This server answers to people who are signed in, and to programs with a token.',
    hint: 'Sign in, or send a token as `Authorization: Bearer <token>`. Whoever has neither asks an owner for a link.',
  },
  SIGN_IN_REFUSED: {
    exit: 1,
    message: 'Nobody could be signed in: {cause}.',
    hint: 'Correct it and try again. Eight tries a minute are taken.',
  },
  MAY_NOT: {
    exit: 1,
    message: 'You may not {act}.',
    hint: 'An owner can change that, in Settings.',
  },
  TOO_OFTEN: {
    exit: 1,
    message: 'That came too often in one minute.',
    hint: 'Wait a minute, then go on more slowly.',
  },
  TOKEN_REFUSED: {
    exit: 1,
    message: 'The token opens nothing here: it was never made here, or it was revoked.',
    hint: 'Make another in Settings, under Tokens.',
  },
  LINK_SPENT: {
    exit: 1,
    message: 'This link was used, withdrawn, or is too old.',
    hint: 'Ask for another. The first owner gets one by starting `bifocal serve` again.',
  },
  LAST_OWNER: {
    exit: 1,
    message: 'That would leave nobody who may manage this.',
    hint: 'Make somebody else an owner first.',
  },
  SIGNATURE_REFUSED: {
    exit: 1,
    message: 'What came in is not signed as this webhook expects: {cause}.',
    hint: 'Give the other side the secret that was shown when the webhook was made, or make it again.',
  },
  NOT_THERE: {
    exit: 1,
    message: 'There is no {what} here.',
    hint: 'Ask for the list it would stand in; its id may have changed with the product.',
  },
  TOO_LARGE: {
    exit: 1,
    message: '{what} is larger than {most}.',
    hint: 'Import it from the command line: `bifocal import <file>` takes files of any size.',
  },
  GATHER_NOT_FOUND: {
    exit: 1,
    message: 'There is no import called {gather} that could be undone.',
    hint: 'Run `bifocal undo` for a list of the imports that can be.',
  },
  PRODUCT_NOT_FOUND: {
    exit: 1,
    message: 'There is no product called {product}.',
    hint: 'Run `bifocal sources --all` for those that are known, or add to it: `bifocal add --product {product} <target>`.',
  },
  PRODUCT_UNCLEAR: {
    exit: 2,
    message: '{target} is read for {products}: more than one product could be meant.',
    hint: 'Name the one that is: --product <name>. A name that is not known makes a product of its own.',
  },
  CLAIM_NOT_FOUND: {
    exit: 2,
    message: '{found} claims have a number that begins with {claim}.',
    hint: 'Run `bifocal claims --all` for the numbers, and give at least four digits of one.',
  },
  NO_SOURCES: {
    exit: 1,
    message: '{product} has no sources that could be gathered again.',
    hint: 'Write one to it: `bifocal add <target>`. What was imported is read when you import it.',
  },
  PERSON_NOT_FOUND: {
    exit: 1,
    message: '{person} is nobody that wrote here, or several people.',
    hint: 'Name an id that `bifocal people` shows, an e-mail address, a handle as github.com:ada, or a company as @example.org.',
  },
  ACTION_NOT_FOUND: {
    exit: 1,
    message: 'There is no action {action}.',
    hint: '`bifocal bridge` lists them with their names.',
  },
  NEED_NOT_FOUND: {
    exit: 1,
    message: '{need} names no need, or several.',
    hint: 'Name the number or the id that `bifocal needs` shows, or words that stand in one name alone.',
  },
  PIECE_NOT_FOUND: {
    exit: 1,
    message: '{piece} names no piece of feedback, or several.',
    hint: 'Name the id that `bifocal needs <need>` shows before a quote.',
  },
  ROUND_NOT_FOUND: {
    exit: 1,
    message: 'There is no round of the Mirror Test {round}.',
    hint: 'Run `bifocal mirror rounds` for those that there are, or begin one: `bifocal mirror open`.',
  },
  ROUND_OPEN: {
    exit: 1,
    message: 'The round “{round}” still takes answers, and nothing of it is shown before it is closed.',
    hint: 'Close it with `bifocal mirror close`; then nothing in it changes any more.',
  },
  ROUND_CLOSED: {
    exit: 1,
    message: 'The round “{round}” is closed.',
    hint: 'Begin a new one with `bifocal mirror open`; a closed round never changes.',
  },
  ROUND_ANONYMOUS: {
    exit: 2,
    message: 'The round “{round}” is anonymous: single answers of it are handed to nobody.',
    hint: 'Export its figures without --rows. Only an open round has rows to hand out.',
  },
  TEAM_TOO_SMALL: {
    exit: 2,
    message: 'A team of {team} cannot answer anonymously: in so small a group everybody could be recognised.',
    hint: 'Hold an open round, in which names are shown to all who take part: add --open.',
  },
  FILE_NOT_WRITTEN: {
    exit: 1,
    message: '{file} could not be written: {cause}.',
    hint: 'Name another file; the reading itself is kept.',
  },
  STORE_UNUSABLE: {
    exit: 1,
    message: 'The store at {store} cannot be used: {cause}.',
    hint: 'Run `bifocal doctor`; BIFOCAL_HOME or DATABASE_URL names another place.',
  },
  STORE_FULL: {
    exit: 1,
    message: 'The disk under {store} is full.',
    hint: 'Free some room and run the same command again; what was acknowledged is kept.',
  },
  STORE_NEWER: {
    exit: 1,
    message: 'The store at {store} was written by a newer Bifocal (schema {found}, this one knows {known}).',
    hint: 'Update Bifocal, or name another store with BIFOCAL_HOME.',
  },
  USAGE: {
    exit: 2,
    message: '{cause}',
    hint: 'See `bifocal {command} --help`.',
  },
  UNKNOWN_COMMAND: {
    exit: 2,
    message: '`{command}` is neither a command nor something to read.',
    hint: 'See `bifocal --help`.',
  },
  UNKNOWN_TOPIC: {
    exit: 2,
    message: 'Nothing is known under `{topic}`.',
    hint: 'See `bifocal explain` for everything that can be explained.',
  },
  INTERRUPTED: {
    exit: 1,
    message: 'Stopped before the reading was done.',
    hint: 'What was read is kept; the next run goes on from there.',
  },
} as const satisfies Record<string, { exit: 1 | 2 | 3; message: string; hint: string }>;

export type ErrorCode = keyof typeof ERRORS;
/** A list is said in quotes, its first twelve; whoever asks by program has all of it. */
export type ErrorDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** An expected failure. Anything else that is thrown is a bug. */
export class BifocalError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  override readonly name = 'BifocalError';

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(fill(ERRORS[code].message, details), cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }

  get hint(): string {
    return fill(ERRORS[this.code].hint, this.details);
  }

  get exit(): 1 | 2 | 3 {
    return ERRORS[this.code].exit;
  }
}

function fill(template: string, details: ErrorDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => said(details[name] ?? whole));
}

const LISTED = 12;
const LONGEST = 60;

function said(value: string | number | readonly string[]): string {
  return typeof value === 'object' ? listed(value) : String(value);
}

/** In quotes, the first of them. */
export function listed(value: readonly string[]): string {
  const named = value.slice(0, LISTED).map((one) => `“${one.slice(0, LONGEST)}”`);
  return `${named.join(', ')}${value.length > LISTED ? ' …' : ''}`;
}

/** What a run could not read: an entry in the reading, never a stop. */
export interface Missing {
  readonly source: string;
  readonly code: ErrorCode | 'NOT_COLLECTED';
  /** One sentence: what is missing and why. */
  readonly because: string;
  /** One sentence: what would bring it. */
  readonly remedy: string;
}
