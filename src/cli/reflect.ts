/** `bifocal reflect`: read a product, print the reading. */
import { BifocalError } from '#core/errors.ts';
import type { Reading } from '#core/reading.ts';
import { guessAbout, guessOf, keepGuess } from '#engine/guess.ts';
import { issuesRemote, keepIssuesAnswer, readsIssues, withIssues } from '#engine/issues.ts';
import { targetNamed, targetOfProduct } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { reflect } from '#engine/reflect.ts';
import { sampleFolder } from '#engine/sample.ts';
import { joinTargets, productFile, type Target } from '#engine/target.ts';
import { renderTerminal } from '#report/terminal/render-terminal.ts';
import type { Asked } from './arguments.ts';
import { guessFlag, whileGuessing } from './guess.ts';
import { offerIssues, type Read, readIssues } from './issues.ts';
import { liveProgress } from './live-progress.ts';
import { atOf } from './past-day.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';
import { STANDARD_OUTPUT, writeReports } from './write-report.ts';

export async function reflectCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { json, ascii, deep } = asked.flags;
  const at = atOf(asked.flags.at);
  const wish = wishOf(asked.flags);
  const screen = ascii === true ? { ...terminal.screen, ascii: true } : terminal.screen;
  const told = guessFlag(asked.flags);
  const silent = printsMarkdown(asked.flags);
  const asks = terminal.interactive && at === null && json !== true && !silent;
  const known = { part: null as string | null };
  const joined = (product: string) => {
    known.part = product;
  };
  const wanted = { at, deep: deep === true, issues: wish !== false, fresh: asked.flags.fresh === true, joined };
  await withStore(
    asked,
    terminal,
    async (store) => {
      const target = await targetOf(store, asked, terminal);
      if (asked.flags.sample !== undefined) {
        terminal.warn(SAMPLE_BEGINS);
      }
      const readWith = (hushed: () => boolean) => (asked: Target) =>
        readQuietly(store, terminal, asked, { ...wanted, hushed });
      const begin = (hushed: () => boolean) =>
        wish === true ? withFlag(store, terminal, target, readWith(hushed)) : readWith(hushed)(target);
      const wondered = asks && told === null && asked.flags['no-guess'] !== true;
      const about = wondered ? await guessAbout(store, target, terminal.signal) : null;
      const [first, answer] =
        about !== null ? await whileGuessing(terminal, about, begin) : [await begin(() => false), told];
      if (answer !== null) await keepGuess(store, first.product.id, answer);
      const guess = await guessOf(store, first.product.id);
      const print = (reading: Reading) => {
        if (silent) return;
        const onlooker = { guess, today: Date.now() };
        terminal.print(
          json === true ? `${JSON.stringify(reading, null, 2)}\n` : renderTerminal(reading, screen, onlooker),
        );
      };
      if (known.part !== null) terminal.warn(partWords(target.named, known.part));
      if (wish === false) await keepIssuesAnswer(store, first.product.id, 'no');
      print(first);
      const read = readWith(() => false);
      const fuller = asks && wish === null ? await offerIssues(store, terminal, target, first, read) : null;
      if (fuller !== null) print(fuller);
      await writeReports(store, terminal, asked.flags, { reading: fuller ?? first, guess });
      if (asked.flags.sample !== undefined) terminal.warn(sampleEnds(terminal));
    },
    { alone: true },
  );
  return 0;
}

function partWords(named: string, product: string): string {
  return `${named === '.' ? 'This folder' : named} is read as a part of ${product}, which has it already.\n`;
}

const SAMPLE_BEGINS = 'This is a sample: an invented company, and evidence that was written for it.\n\n';

/** Said last, where the eye is: how to go on with a product of one's own. Nobody who began in a checkout has `bifocal` yet. */
function sampleEnds({ env }: Terminal): string {
  const checkout = env.npm_lifecycle_event === 'start';
  const own = `${checkout ? 'npm start --' : 'bifocal'} <repository or folder>`;
  const named = checkout ? '\nWhere a line says `bifocal`, write `npm run -s bifocal --` here.\n' : '';
  return `\nThat was a sample. To hold up the mirror to your own product:\n\n  ${own}\n${named}`;
}

/** True where Markdown takes the place of what is printed. */
function printsMarkdown({ json, markdown }: Asked['flags']): boolean {
  if (markdown !== STANDARD_OUTPUT) return false;
  if (json === true)
    throw new BifocalError('USAGE', { cause: '--json and --markdown - both print.', command: 'reflect' });
  return true;
}

interface Wanted {
  readonly at: number | null;
  readonly deep: boolean;
  readonly issues: boolean;
  readonly fresh: boolean;
  /** Hears of the product that what was named is read as a part of. */
  readonly joined: (product: string) => void;
  /** True while the screen belongs to a question: progress stays silent. */
  readonly hushed: () => boolean;
}

async function readQuietly(store: Store, terminal: Terminal, target: Target, wanted: Wanted): Promise<Reading> {
  const live = liveProgress(terminal);
  const { signal, env } = terminal;
  const { at, deep, issues, fresh, hushed } = wanted;
  const onProgress: typeof live.on = (progress) => {
    if (progress.step === 'joined') wanted.joined(progress.product);
    else if (!hushed()) live.on(progress);
  };
  try {
    return await reflect(store, { target, at, deep, issues, fresh, signal, env, onProgress });
  } catch (error) {
    if (signal.aborted) throw new BifocalError('INTERRUPTED', {}, error);
    throw error;
  } finally {
    live.end();
  }
}

/** `--issues`: rejects with USAGE where no remote leads to github.com; what cannot be read is said, and the rest read. */
async function withFlag(store: Store, terminal: Terminal, target: Target, read: Read): Promise<Reading> {
  if (readsIssues(target)) return read(target);
  const repo = await issuesRemote(target, terminal.signal);
  if (repo === null) {
    const cause = `--issues needs a remote on github.com, and ${target.named} has none; name the repository as github:<owner>/<name>.`;
    throw new BifocalError('USAGE', { cause, command: 'reflect' });
  }
  return readIssues(store, terminal, { target: withIssues(target, repo, terminal.env), repo, read, mayAsk: false });
}

/** Null where neither flag was given. */
function wishOf({ issues, 'no-issues': none }: Asked['flags']): boolean | null {
  if (issues === true && none === true) {
    throw new BifocalError('USAGE', { cause: '--issues and --no-issues exclude each other.', command: 'reflect' });
  }
  return issues === true ? true : none === true ? false : null;
}

/** Files and addresses go before products of the same name; a product that is named alone is read from its own sources. */
async function targetOf(store: Store, asked: Asked, { cwd, env }: Terminal): Promise<Target> {
  const { targets, flags } = asked;
  const alone = await namedAlone(store, asked);
  if (alone !== null) return alone;
  const [first = '.', ...others] = typeof flags.sample === 'string' ? [sampleOf(flags.sample, targets)] : targets;
  const resolved: Target[] = [];
  for (const named of [first, ...others]) {
    resolved.push(await targetNamed(store, named, cwd, env));
  }
  const target = joinTargets(resolved as [Target, ...Target[]]);
  const named = typeof flags.product === 'string' ? flags.product : undefined;
  if (named === undefined && target.productId !== undefined) return target;
  const product = named ?? target.product ?? productFile(cwd)?.product;
  return product === undefined ? target : { ...target, product, productId: await knownId(store, product) };
}

/** `--product` without a target: the folder that one stands in is not mixed into a product that has sources already. */
async function namedAlone(store: Store, { targets, flags }: Asked): Promise<Target | null> {
  if (typeof flags.product !== 'string' || targets.length > 0 || flags.sample !== undefined) return null;
  const id = await knownId(store, flags.product);
  const hasSources = id !== undefined && (await store.sources.list(id)).length > 0;
  return hasSources ? targetOfProduct(store, id) : null;
}

/** A sample is read alone: what is invented is not mixed with what is not. */
function sampleOf(name: string, targets: readonly string[]): string {
  if (targets.length === 0) return sampleFolder(name);
  throw new BifocalError('USAGE', { cause: '--sample takes the place of a target.', command: 'reflect' });
}

async function knownId(store: Store, product: string): Promise<string | undefined> {
  return (await store.products.byName(product))?.id;
}

/** A day means its last moment, so that `--at 2026-02-28` holds all of that day. */
