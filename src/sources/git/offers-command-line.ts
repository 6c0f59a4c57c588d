/** Takes a command line from a document apart: which program runs, with which words and long flags. */

/** A longer line is data, not a command. */
const LINE_LENGTH = 1000;

export interface Invocation {
  readonly program: string;
  /** The words before the first flag; '' stands for one that is a placeholder, a path or in quotes. */
  readonly words: readonly string[];
  /** Long flags without their values, up to a bare `--`. */
  readonly flags: readonly string[];
}

/** Programs that run the program named after them. */
const WRAPPERS = new Set([
  'sudo',
  'time',
  'env',
  'exec',
  'command',
  'nohup',
  'npx',
  'bunx',
  'pnpx',
  'uvx',
  'then',
  'do',
]);
/** Programs that run another one by a word of their own: `pnpm exec x`, `bundle exec x`, `uv run x`. */
const RUNNERS: Readonly<Record<string, ReadonlySet<string>>> = {
  npm: new Set(['exec', 'x']),
  pnpm: new Set(['exec', 'dlx']),
  yarn: new Set(['exec', 'dlx']),
  bun: new Set(['x']),
  bundle: new Set(['exec']),
  uv: new Set(['run']),
  poetry: new Set(['run']),
  pipx: new Set(['run']),
  hatch: new Set(['run']),
  deno: new Set([]),
};
const SCRIPT_RUNNERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/** Every program that a line runs, wrappers taken off; a line that is a comment or prose gives none or nonsense names. */
export function invocationsOf(line: string): Invocation[] {
  const trimmed = line
    .slice(0, LINE_LENGTH)
    .trim()
    .replace(/^(?:\$|%|>|❯|PS>|C:\\>)\s+/, '');
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('//')) return [];
  const found: Invocation[] = [];
  let segment: string[] = [];
  const tokens = [...tokensOf(trimmed)];
  const comment = tokens.findIndex((token) => token.startsWith('#'));
  for (const token of [...(comment < 0 ? tokens : tokens.slice(0, comment)), ';']) {
    if (!/^(?:&&|\|\||[;|&])$/.test(token)) segment.push(token);
    else {
      const invocation = invocationOf(segment);
      if (invocation !== null) found.push(invocation);
      segment = [];
    }
  }
  return found;
}

/** The script that `npm run <script>` names, if the invocation is of that kind. */
export function scriptOf({ program, words }: Invocation): string | null {
  if (!SCRIPT_RUNNERS.has(program) || (words[0] !== 'run' && words[0] !== 'run-script')) return null;
  const name = words[1] ?? '';
  return /^[a-z][\w:.-]{0,60}$/i.test(name) ? name : null;
}

function invocationOf(segment: readonly string[]): Invocation | null {
  let at = 0;
  for (;;) {
    const token = segment[at] ?? '';
    const runner = RUNNERS[token]?.has(segment[at + 1] ?? '') === true;
    if (/^[A-Z_][A-Z0-9_]*=/.test(token)) at += 1;
    else if (WRAPPERS.has(token)) at = pastFlags(segment, at + 1);
    else if (runner) at = pastFlags(segment, at + 2);
    else if (/^python[\d.]*$/.test(token) && segment[at + 1] === '-m') at += 2;
    else break;
  }
  const program = (segment[at] ?? '').replace(/^(?:\.{0,2}\/)?(?:[\w.-]+\/)*/, '').replace(/@[\w.^~-]+$/, '');
  if (!/^[\w.-]+$/.test(program)) return null;
  const words: string[] = [];
  const flags: string[] = [];
  for (const token of segment.slice(at + 1)) {
    if (token === '--') break;
    const flag = flagOf(token);
    if (flag !== null || token.startsWith('-')) flags.push(flag ?? '');
    else if (flags.length === 0) words.push(/^\w[\w:.-]*$/.test(token) ? token : '');
  }
  return { program, words, flags: flags.filter((flag) => flag !== '') };
}

function pastFlags(segment: readonly string[], from: number): number {
  let at = from;
  while (segment[at]?.startsWith('-') === true) at += 1;
  return at;
}

/** `--watch` of `--watch=src`, `[--watch]`, `--watch,`; null for anything that is not a plain long flag. */
export function flagOf(token: string): string | null {
  const bare = token.replace(/^[[(]+/, '').replace(/[\]),.;:]+$/, '');
  const flag = /^(--[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:[= [<].*)?$/i.exec(bare)?.[1];
  return flag !== undefined && flag.length <= 60 ? flag : null;
}

/** Words as a shell would split them: what stands in quotes stays one token, and is never a flag. */
function* tokensOf(line: string): Generator<string> {
  let token = '';
  let quote = '';
  for (const char of line) {
    if (quote !== '') {
      token += char;
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
      token += char;
    } else if (char === ' ' || char === '\t') {
      if (token !== '') yield token;
      token = '';
    } else if (char === ';' || char === '|' || char === '&') {
      if (token !== '' && !/^[|&]$/.test(token)) {
        yield token;
        token = '';
      }
      token += char;
      if (char === ';' || token.length === 2) {
        yield token;
        token = '';
      }
    } else {
      if (/^[|&]$/.test(token)) {
        yield token;
        token = '';
      }
      token += char;
    }
  }
  if (token !== '') yield token;
}
