/** Releases in words: one line each with how far it went and whom it answered, or one with every ask behind it. */
import { counted, thousands } from '#core/wording.ts';
import type { Helped } from '#engine/helped.ts';
import type { AnsweredAsk, ShippedRelease, ShippedTold } from '#engine/shipped.ts';
import { HELPED_NOTE, helpedSentence } from '#report/bridge/helped-words.ts';
import { cut, indent, wrap } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

/** So many are listed; all with --all. */
const SHOWN = 15;

export function timelineWords(product: string, told: ShippedTold, all: boolean, screen: Screen): string {
  const paint = paintFor(screen);
  const finals = told.releases.filter(({ preview }) => all || !preview);
  if (finals.length === 0)
    return ` ${product} has no release that is known. ${told.because ?? ''}`.trimEnd().concat('\n');
  const answering = finals.filter(({ answered }) => answered.length > 0);
  const head = told.linked
    ? `${product}: ${thousands(answering.length)} of ${counted(finals.length, 'release')} answered somebody.`
    : `${product}: ${counted(finals.length, 'release')}. What people asked for was not gathered beside them.`;
  const lines = ['', ` ${paint('strong', head)}`, ''];
  const shown = all ? finals : finals.slice(0, SHOWN);
  const width = Math.min(16, Math.max(...shown.map(({ version }) => version.length)));
  for (const one of shown) lines.push(...lineOf(one, width, told.linked, screen));
  if (finals.length > shown.length) lines.push(` and ${thousands(finals.length - shown.length)} more: --all`);
  const after = afterLines(told.after);
  if (after.length > 0) lines.push('', ...after.map((line) => ` ${line}`));
  lines.push('', ' bifocal shipped <version> shows what a release answered.', '');
  return plain(screen, lines.join('\n'));
}

/** After, never because: what else changed on those days nobody knows. */
function afterLines({ said, rated }: ShippedTold['after']): string[] {
  const percent = (log: number) => {
    const share = Math.round((Math.exp(log) - 1) * 100);
    return `${share === 0 ? '' : share < 0 ? '−' : '+'}${Math.abs(share)} %`;
  };
  const stars = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
  const chance = (found: number) =>
    found <= 0.05 ? 'Chance seldom does that; what else changed then is not known.' : 'Chance does as much.';
  return [
    ...(said === null
      ? []
      : [
          `In the four weeks after a release what people write changes by ${percent(said.moved)} (${percent(said.low)} to ${percent(said.high)}).`,
          chance(said.chance),
        ]),
    ...(rated === null
      ? []
      : [
          `Their stars move by ${stars(rated.moved)} (${stars(rated.low)} to ${stars(rated.high)}).`,
          chance(rated.chance),
        ]),
  ];
}

function lineOf(
  { version, at, step, changes, answered, people }: ShippedRelease,
  width: number,
  linked: boolean,
  screen: Screen,
): string[] {
  const paint = paintFor(screen);
  const did = changes === 0 ? 'no change to notice' : counted(changes, 'change');
  const whom = !linked || answered.length === 0 ? '' : `answered ${counted(people, 'person', 'people')}`;
  const line = ` ${at.slice(0, 10)}  ${cut(version, width).padEnd(width)}  ${(step ?? '').padEnd(9)}  ${did.padEnd(20)}`;
  return [`${line}  ${paint('strong', whom)}`.trimEnd()];
}

interface Looked {
  readonly release: ShippedRelease;
  readonly helped: readonly Helped[];
  readonly linked: boolean;
}

export function releaseWords(product: string, { release, helped: since, linked }: Looked, screen: Screen): string {
  const paint = paintFor(screen);
  const { version, at, step, changes, unasked, people, answered } = release;
  const told = answered.filter((ask) => ask.told !== null).length;
  const helped = answered.filter((ask) => ask.helped !== null).length;
  const head =
    answered.length === 0
      ? `${product} ${version} answered nobody that is known.`
      : `${product} ${version} answered ${counted(people, 'person', 'people')}; ${told === 0 ? 'none was' : `${thousands(told)} ${told === 1 ? 'was' : 'were'}`} told.`;
  const lines = ['', ` ${paint('strong', head)}`];
  const what = [`Out on ${at.slice(0, 10)}`, ...(step === null ? [] : [`an ${step}`.replace(/^an t/, 'a t')])];
  lines.push(
    ` ${what.join(', ')}. ${counted(changes, 'change')} that users could notice, ${thousands(unasked)} that nobody is known to have asked for.`,
  );
  if (!linked) lines.push(' What people asked for was not gathered beside the changes.');
  if (helped > 0) lines.push(` ${counted(helped, 'person', 'people')} said afterwards that it helped.`);
  if (answered.length > 0) lines.push('');
  for (const ask of answered) lines.push(...askLines(ask, screen));
  const below = (text: string, by: number) => indent(wrap(text, screen.columns - by - 1), by);
  if (since.length > 0) lines.push('', ` ${paint('strong', 'Did it help?')}`, ...below(HELPED_NOTE, 1));
  for (const { name, judged } of since) {
    const sentence = below(helpedSentence(judged), 5).map((line) => paint('faint', line));
    lines.push(`   ${cut(name, screen.columns - 4)}`, ...sentence);
  }
  lines.push('');
  return plain(screen, lines.join('\n'));
}

function askLines(ask: AnsweredAsk, screen: Screen): string[] {
  const paint = paintFor(screen);
  const width = Math.max(20, screen.columns - 16);
  const known =
    ask.confidence < 1 ? `likely, ${Math.round(ask.confidence * 100)} %: nobody wrote it down` : wayIn(ask.how);
  const told = ask.told === null ? 'not told yet' : `told ${ask.told.at.slice(0, 10)}`;
  const after = [`waited ${counted(ask.waitedDays, 'day')}`, told, ...(ask.helped ? ['said it helped'] : []), known];
  return [
    `   ${ask.askedAt.slice(0, 10)}  ${cut(`“${ask.text}”`, width)}`,
    `   ${''.padEnd(10)}  ${paint('faint', after.join(' · '))}`,
  ];
}

const WAYS: Readonly<Record<string, string>> = {
  commit: 'a commit names it',
  pull: 'a pull request closes it',
  closing: 'closed by a change',
  reply: 'a reply says so',
  notes: 'the release notes name it',
  tracker: 'the tracker says so',
  confirmed: 'you confirmed it',
};

function wayIn(how: readonly string[]): string {
  const first = ['confirmed', 'pull', 'closing', 'commit', 'reply', 'notes', 'tracker'].find((way) =>
    how.includes(way),
  );
  return WAYS[first ?? ''] ?? '';
}
