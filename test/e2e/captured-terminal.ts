/** A terminal that keeps what is printed, for running the command line inside a test. */
import type { Terminal } from '../../src/cli/terminal.ts';

export interface CapturedTerminal extends Terminal {
  /** What went to standard output so far. */
  out(): string;
  /** What went to standard error so far. */
  err(): string;
}

export function capturedTerminal(env: NodeJS.ProcessEnv, columns = 100, cwd = process.cwd()): CapturedTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const screen = { columns, colour: false, ascii: false };
  return {
    screen,
    errorScreen: screen,
    live: false,
    cwd,
    env,
    signal: new AbortController().signal,
    print: (text) => void out.push(text),
    warn: (text) => void err.push(text),
    overwrite: () => {},
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
