/** Nothing of a bench stays, however it ends: a shell beside it takes its folders away, and ends what it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/**
 * A bench is busy for seconds at a time and cannot answer a signal: it ends at once, and no `finally` of it runs. What
 * is told here line by line is heard to the end when the pipe closes, which it does by whatever death.
 */
const KEEPER = `
trap '' INT TERM HUP
set --
children=
while read -r what which; do
  case $what in
    folder) set -- "$@" "$which" ;;
    begun) children="$children $which" ;;
    ended) rest=; for one in $children; do [ "$one" = "$which" ] || rest="$rest $one"; done; children=$rest ;;
  esac
done
for one in $children; do kill "$one" 2>/dev/null; done
for one in $children; do
  tries=0
  while kill -0 "$one" 2>/dev/null && [ $tries -lt 30 ]; do tries=$((tries + 1)); sleep 0.1; done
  kill -9 "$one" 2>/dev/null
done
[ $# = 0 ] || rm -rf -- "$@"
`;

let keeper: Writable | null = null;

function tell(line: string): void {
  keeper ??= begin();
  keeper.write(`${line}\n`);
}

function begin(): Writable {
  // In a session of its own: what Ctrl-C ends is the bench, not who clears up behind it.
  const shell = spawn('sh', ['-c', KEEPER], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  (shell.stdin as Writable & { unref(): void }).unref();
  return shell.stdin;
}

export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `bifocal-${name}-`));
  tell(`folder ${folder}`);
  return folder;
}

/** What the bench started and waits for. */
export function withBench<Child extends ChildProcess>(child: Child): Child {
  if (child.pid === undefined) return child;
  tell(`begun ${child.pid}`);
  child.once('exit', () => tell(`ended ${child.pid}`));
  return child;
}

export interface Ran {
  readonly ok: boolean;
  readonly out: string;
  /** What it said of a failure. */
  readonly err: string;
}

/** A command to its end; where it could not begin, why. */
export async function outputOf(command: string, args: readonly string[]): Promise<Ran> {
  const child = withBench(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
  const [out, err, ended] = await Promise.all([text(child.stdout), text(child.stderr), codeOf(child)]);
  return typeof ended === 'number' || ended === null ? { ok: ended === 0, out, err } : { ok: false, out, err: ended };
}

function codeOf(child: ChildProcess): Promise<number | null | string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', resolve);
  });
}
