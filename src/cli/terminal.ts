/** What the process is attached to: where words go, how wide, in which colours. */
import { createInterface } from 'node:readline';
import type { Screen } from '#report/terminal/style.ts';
import { oneKey } from './one-key.ts';

export interface Terminal {
  readonly screen: Screen;
  readonly errorScreen: Screen;
  /** A person is watching standard error. */
  readonly live: boolean;
  /** A person is reading what is printed, and can answer. */
  readonly interactive: boolean;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ctrl-C was pressed once; a second press ends the process. */
  readonly signal: AbortSignal;
  /**
   * While nothing looks at `signal` for seconds: Ctrl-C ends the process at once, as if nobody listened. What is kept by
   * then stays whole, as it does when power fails.
   */
  endsAtOnce(on: boolean): void;
  print(text: string): void;
  /** What is piped or pasted in. */
  input(): AsyncIterable<Uint8Array>;
  warn(text: string): void;
  /** One line that a person types; null when they end the input instead. Only when interactive. */
  ask(question: string): Promise<string | null>;
  /** One of these keys, pressed once at a question; null when the wait is ended instead. Only when interactive. */
  key(question: string, keys: readonly string[], until: AbortSignal): Promise<string | null>;
  /** Overwrites the line on standard error; only when live. */
  overwrite(text: string): void;
}

const NARROWEST = 60;
const USUAL = 100;

export function terminalOf(host: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = host;
  const stop = new AbortController();
  const abort = () => stop.abort();
  const endsAtOnce = (on: boolean) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      host.off(signal, abort);
      if (!on && !stop.signal.aborted) host.once(signal, abort);
    }
  };
  endsAtOnce(false);
  return {
    screen: screenOf(stdout, env),
    errorScreen: screenOf(stderr, env),
    live: stderr.isTTY === true && env.CI === undefined,
    interactive: host.stdin.isTTY === true && stdout.isTTY === true && stderr.isTTY === true && env.CI === undefined,
    cwd: host.cwd(),
    env,
    signal: stop.signal,
    endsAtOnce,
    print: (text) => void stdout.write(text),
    input: () => host.stdin,
    warn: (text) => void stderr.write(text),
    ask: (question) => ask(host, question, stop),
    key: (question, keys, until) => oneKey(host, { question, keys, stop, until }),
    overwrite: (text) => void stderr.write(`\r\u001b[2K${text}`),
  };
}

/** On standard error, as what is printed may go elsewhere. Ctrl-C stops the command, as it does everywhere else. */
function ask({ stdin, stderr }: NodeJS.Process, question: string, stop: AbortController): Promise<string | null> {
  if (stop.signal.aborted) return Promise.resolve(null);
  const lines = createInterface({ input: stdin, output: stderr, terminal: true });
  return new Promise((resolve) => {
    lines.once('SIGINT', () => {
      stop.abort();
      lines.close();
    });
    let answered: string | null = null;
    lines.once('close', () => {
      // The prompt of the shell begins on a line of its own.
      if (answered === null) stderr.write('\n');
      resolve(answered);
    });
    lines.question(`\n${question}`, (answer) => {
      answered = answer;
      lines.close();
    });
  });
}

function screenOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen {
  const asked = Number(env.COLUMNS);
  const columns = stream.isTTY ? stream.columns : Number.isInteger(asked) && asked > 0 ? asked : USUAL;
  return {
    columns: Math.max(NARROWEST, columns),
    colour: hasColour(stream, env),
    ascii: !isUtf8(env),
    folds: stream.isTTY,
  };
}

/** https://no-color.org and the FORCE_COLOR habit of Node's own tools. */
function hasColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** POSIX: LC_ALL before LC_CTYPE before LANG. Where none is set (Windows, containers) UTF-8 is the rule today. */
function isUtf8(env: NodeJS.ProcessEnv): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return !locale || /utf-?8/i.test(locale) || locale === 'C' || locale === 'POSIX';
}
