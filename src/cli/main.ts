/** The command line's one door: the only place that ends the process. Commands load when they are asked for. */
import { BifocalError } from '#core/errors.ts';
import { plain } from '#report/terminal/style.ts';
import { parse } from './arguments.ts';
import { boundMemory } from './bound-memory.ts';
import { keepCompiledCode } from './code-cache.ts';
import { helpOf } from './help.ts';
import { errorWords } from './say-error.ts';
import { type Terminal, terminalOf } from './terminal.ts';
import { version } from './version.ts';

type Run = (asked: ReturnType<typeof parse>, terminal: Terminal) => Promise<number>;

const COMMANDS_BY_NAME: Readonly<Record<string, () => Promise<Run>>> = {
  reflect: async () => (await import('./reflect-ahead.ts')).reflectAhead,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  undo: async () => (await import('./undo.ts')).undoCommand,
  add: async () => (await import('./add.ts')).addCommand,
  sources: async () => (await import('./sources.ts')).sourcesCommand,
  gather: async () => (await import('./gather.ts')).gatherCommand,
  forget: async () => (await import('./forget.ts')).forgetCommand,
  links: async () => (await import('./links.ts')).linksCommand,
  shipped: async () => (await import('./shipped.ts')).shippedCommand,
  similar: async () => (await import('./similar.ts')).similarCommand,
  needs: async () => (await import('./needs.ts')).needsCommand,
  people: async () => (await import('./people.ts')).peopleCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  mcp: async () => (await import('./mcp.ts')).mcpCommand,
  members: async () => (await import('./members.ts')).membersCommand,
  log: async () => (await import('./log.ts')).logCommand,
  claims: async () => (await import('./claims.ts')).claimsCommand,
  bridge: async () => (await import('./bridge.ts')).bridgeCommand,
  package: async () => (await import('./package.ts')).packageCommand,
  mirror: async () => (await import('./mirror.ts')).mirrorCommand,
  tell: async () => (await import('./tell.ts')).tellCommand,
  draft: async () => (await import('./draft.ts')).draftCommand,
  year: async () => (await import('./year.ts')).yearCommand,
  weights: async () => (await import('./weights.ts')).weightsCommand,
  since: async () => (await import('./since.ts')).sinceCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  move: async () => (await import('./move.ts')).moveCommand,
  bench: async () => (await import('./bench.ts')).benchCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
};

/** They find and count for seconds or minutes, look at no signal, and keep only what is whole: Ctrl-C ends them at once. */
const AT_ONCE: ReadonlySet<string> = new Set(
  'bench bridge explain links log needs package people shipped similar sources tell weights year'.split(' '),
);

/** Runs one command line and gives its exit status; only bugs reject. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json');
  try {
    if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
      terminal.print(`bifocal ${version()}, node ${process.versions.node}\n`);
      return 0;
    }
    if (words[0] === 'help' || (words.length === 1 && (words[0] === '--help' || words[0] === '-h'))) {
      const named = words[0] === 'help' && words[1] !== undefined ? parse(words.slice(1)).command : null;
      terminal.print(plain(terminal.screen, helpOf(named)));
      return 0;
    }
    const asked = parse(words);
    if (asked.help) {
      terminal.print(plain(terminal.screen, helpOf(asked.command)));
      return 0;
    }
    const load = COMMANDS_BY_NAME[asked.command.name];
    if (!load) throw new Error(`${asked.command.name} has no code`);
    if (AT_ONCE.has(asked.command.name)) terminal.endsAtOnce(true);
    return await (await load())(asked, terminal);
  } catch (error) {
    if (!(error instanceof BifocalError)) throw error;
    if (json)
      terminal.print(
        `${JSON.stringify({ ok: false, error: { code: error.code, message: error.message, hint: error.hint } })}\n`,
      );
    else terminal.warn(errorWords(error, terminal.errorScreen));
    return error.exit;
  }
}

/** What is done is done: nothing else may keep the process longer. */
const LINGER_MS = 500;

/** Nothing after a closed pipe (`bifocal | head`) is an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** What `bifocal` itself does: the words it was given, on the terminal it was given. */
export async function start(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  boundMemory();
  keepCompiledCode(process.env, process.platform);
  process.exitCode = await run(words, terminalOf(process));
  // On a dead network a name may still be looked up, which nothing can call back: it would hold the prompt for long.
  setTimeout(() => {
    if (process.stdout.writableLength === 0) process.exit();
  }, LINGER_MS).unref();
}

if (import.meta.main) await start();
