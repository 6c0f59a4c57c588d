/** A terminal that keeps what is printed, for running the command line inside a test. */
import type { Terminal } from '../../src/cli/terminal.ts';

export interface CapturedTerminal extends Terminal {
  /** Every question so far. */
  readonly asked: readonly string[];
  /** Every question for one key so far. */
  readonly keysAsked: readonly string[];
  /** What went to standard output so far. */
  out(): string;
  /** What went to standard error so far. */
  err(): string;
}

/** `answers` are what a person types, in turn, then the end of the input; without them nobody sits there. `keys` are pressed in turn where one is asked for. */
export function capturedTerminal(
  env: NodeJS.ProcessEnv,
  columns = 100,
  cwd = process.cwd(),
  answers: readonly (string | null)[] | null = null,
  keys: readonly (string | null)[] = [],
  piped = '',
): CapturedTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const keysAsked: string[] = [];
  const screen = { columns, colour: false, ascii: false };
  return {
    screen,
    errorScreen: screen,
    live: false,
    interactive: answers !== null,
    cwd,
    env,
    signal: new AbortController().signal,
    print: (text) => void out.push(text),
    input: async function* () {
      yield Buffer.from(piped);
    },
    warn: (text) => void err.push(text),
    ask: async (question) => answers?.[asked.push(question) - 1] ?? null,
    key: async (question) => keys[keysAsked.push(question) - 1] ?? null,
    overwrite: () => {},
    endsAtOnce: () => {},
    asked,
    keysAsked,
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
