/** Asks once whether public issues are read too, and reads them; what comes of it is said in a line. */
import type { Reading } from '#core/reading.ts';
import { helperToken, tokenOf } from '#engine/github-access.ts';
import { issuesOutcome, issuesRemote, keepIssuesAnswer, maybeAskForIssues, withIssues } from '#engine/issues.ts';
import type { Store } from '#engine/open-store.ts';
import type { Target } from '#engine/target.ts';
import type { Terminal } from './terminal.ts';

/** Reads a target, as the command was told to. */
export type Read = (target: Target) => Promise<Reading>;

/** After the reading from history, on a terminal: the fuller reading, or null where there is none to print. */
export async function offerIssues(
  store: Store,
  terminal: Terminal,
  target: Target,
  reading: Reading,
  read: Read,
): Promise<Reading | null> {
  const { id } = reading.product;
  if (!(await maybeAskForIssues(store, target, id))) return null;
  const repo = await issuesRemote(target, terminal.signal);
  if (repo === null) return null;
  const answer = yesOrNo(await terminal.ask(`${question(tokenOf(terminal.env) !== null)} [Y/n] `));
  if (answer === null) return null;
  await keepIssuesAnswer(store, id, answer ? 'public' : 'no');
  if (!answer) return null;
  const order = { target: withIssues(target, repo, terminal.env), repo, read, mayAsk: true };
  const fuller = await readIssues(store, terminal, order);
  return issuesOutcome(fuller).heard ? fuller : null;
}

export interface IssuesOrder {
  /** With the issues in it. */
  readonly target: Target;
  readonly repo: string;
  readonly read: Read;
  /** Ask before the platform's own helper lends its token; without it, the flag was the answer. */
  readonly mayAsk: boolean;
}

/** The reading with issues, or the one without where they cannot be read: then a line says why. */
export async function readIssues(store: Store, terminal: Terminal, order: IssuesOrder): Promise<Reading> {
  const { target, repo, read } = order;
  let reading = await read(target);
  let { heard, failure } = issuesOutcome(reading);
  await keepIssuesAnswer(store, reading.product.id, 'public');
  if (!heard && failure?.code === 'NOT_PUBLIC' && (await lent(terminal, order))) {
    await keepIssuesAnswer(store, reading.product.id, 'helper');
    reading = await read(target);
    ({ heard, failure } = issuesOutcome(reading));
  }
  if (heard) return reading;
  const why = failure === null ? `${repo} has no issues yet.` : `${failure.because} ${failure.remedy}`;
  terminal.warn(`${why}\nThe reading rests on history alone.\n`);
  return reading;
}

/** Whether `gh` is signed in and may be used. */
async function lent(terminal: Terminal, { repo, mayAsk }: IssuesOrder): Promise<boolean> {
  if (tokenOf(terminal.env) !== null) return false;
  if ((await helperToken(terminal.env, terminal.signal)) === null) return false;
  const asked = `${repo} is not public. Read its issues through gh, which is signed in here? Up to 400 calls`;
  return !mayAsk || yesOrNo(await terminal.ask(`${asked} [Y/n] `)) === true;
}

function question(token: boolean): string {
  return token
    ? 'Read the newest issues too? Up to 400 calls with your token'
    : 'Read the newest public issues too? 40 calls, no token needed';
}

/** Enter is yes; an end of input, or any other word, is no answer and is asked again another day. */
function yesOrNo(said: string | null): boolean | null {
  if (said === null) return null;
  if (/^\s*(?:y|yes)?\s*$/i.test(said)) return true;
  return /^\s*(?:n|no)\s*$/i.test(said) ? false : null;
}
