/** One key from a terminal: raw while it waits, and as it was before whatever ends the wait. */

/** Ctrl-C and Ctrl-D as a raw terminal hands them over. */
const INTERRUPT = '\u0003';
const END = '\u0004';
const ENTER = /^[\r\n]$/;

interface Wait {
  readonly question: string;
  /** Keys that answer; Enter is handed over as `enter`, anything else is passed over. */
  readonly keys: readonly string[];
  /** Aborted by Ctrl-C, as everywhere else. */
  readonly stop: AbortController;
  /** Ends the wait from outside: what it was for is gone. */
  readonly until: AbortSignal;
}

type Host = Pick<NodeJS.Process, 'stdin' | 'stderr'>;

/** Asked on standard error, as what is printed may go elsewhere. The key in lower case; null when the wait was ended. */
export function oneKey({ stdin, stderr }: Host, { question, keys, stop, until }: Wait): Promise<string | null> {
  if (stop.signal.aborted || until.aborted) return Promise.resolve(null);
  const before = stdin.isRaw;
  stderr.write(question);
  return new Promise((resolve) => {
    const end = (key: string | null) => {
      stdin.off('data', hear).off('end', gone);
      for (const signal of [stop.signal, until]) signal.removeEventListener('abort', gone);
      process.off('exit', restore);
      restore();
      stdin.pause();
      // Whatever comes next begins on a line of its own.
      stderr.write('\n');
      resolve(key);
    };
    const restore = () => void stdin.setRawMode(before);
    const gone = () => end(null);
    const hear = (chunk: Buffer | string) => {
      const [typed = ''] = String(chunk);
      if (typed === INTERRUPT) stop.abort();
      else if (typed === END) end(null);
      else {
        const key = ENTER.test(typed) ? 'enter' : typed.toLowerCase();
        if (keys.includes(key)) end(key);
      }
    };
    stdin.setRawMode(true);
    process.once('exit', restore);
    for (const signal of [stop.signal, until]) signal.addEventListener('abort', gone, { once: true });
    stdin.on('data', hear).on('end', gone).resume();
  });
}
