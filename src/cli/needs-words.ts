/** Needs on a terminal: the list by people, and one with what they asked for beside what they need. */
import { dayOf } from '#core/time.ts';
import { capital, thousands } from '#core/wording.ts';
import { themesOf } from '#engine/need-themes.ts';
import type { NeedsTold, NeedTold, Quote } from '#engine/needs.ts';
import { cut, visible, wrap } from '#report/terminal/layout.ts';
import { type Paint, paintFor, plain, type Screen } from '#report/terminal/style.ts';

export interface NeedsList {
  readonly product: string;
  readonly told: NeedsTold;
  readonly listed: readonly NeedTold[];
  readonly statements: ReadonlyMap<string, Quote>;
}

const WIDEST = 100;
const LEAST_BESIDE = 76;

export function needsWords({ product, told, listed, statements }: NeedsList, screen: Screen): string {
  const paint = paintFor(screen);
  const { needs, pieces, foundIn, unsorted } = told;
  if (pieces === 0)
    return ` Nobody was heard for ${product} yet. bifocal import or bifocal gather brings what they said.\n`;
  if (needs.length === 0) {
    const what = pieces === 1 ? 'One piece of feedback is' : `${thousands(pieces)} pieces of feedback are`;
    return ` ${what} too little, or too unlike each other, to show a need.\n`;
  }
  const many = needs.length === 1 ? 'one need' : `${thousands(needs.length)} needs`;
  const rest = unsorted === 0 ? '' : unsorted === 1 ? ' One is of none.' : ` ${thousands(unsorted)} are of none.`;
  const lines = [
    '',
    ` ${paint('strong', `${product}: ${many} in ${thousands(pieces)} pieces of feedback.`)}${rest}`,
    ...(foundIn === null
      ? []
      : [` Found in ${thousands(foundIn)} of them, evenly drawn; each other joined the need that it is nearest to.`]),
    '',
  ];
  lines.push(paint('faint', '      people  this year  '));
  for (const [at, need] of listed.entries())
    lines.push(...listLines(need, at + 1, statements.get(need.id), screen, paint));
  if (listed.length < needs.length) lines.push('', ` and ${thousands(needs.length - listed.length)} more: --all`);
  lines.push(...themeLines(needs, screen, paint));
  lines.push('', ' Names are words that its people use more than others do. One: bifocal needs 1', '');
  return plain(screen, lines.join('\n'));
}

/** As many as a glance takes in. */
const THEMES = 5;

function themeLines(needs: readonly NeedTold[], screen: Screen, paint: Paint): string[] {
  const themes = themesOf(needs);
  if (themes.length < 2) return [];
  const shown = themes.slice(0, THEMES).map(({ name, needs: own, pieces }) => {
    const counts = `${thousands(own).padStart(10)}  ${thousands(pieces).padStart(8)}   `;
    return `${counts}${cut(name, Math.min(screen.columns, WIDEST) - counts.length)}`;
  });
  return ['', paint('faint', '     needs    pieces   lie together in a theme, named by its largest'), ...shown];
}

function listLines(need: NeedTold, place: number, said: Quote | undefined, screen: Screen, paint: Paint): string[] {
  const { people, lastYear, trend } = need.demand;
  const arrow = trend === 'more' ? '↗' : trend === 'fewer' ? '↘' : ' ';
  const counts = `${String(place).padStart(4)}  ${thousands(people).padStart(6)}  ${thousands(lastYear).padStart(7)} ${arrow}  `;
  const room = Math.min(screen.columns, WIDEST) - counts.length;
  const lines = [`${counts}${paint('strong', cut(need.name, room))}`];
  if (said) lines.push(`${' '.repeat(counts.length)}${paint('faint', cut(`“${visible(said.text)}”`, room))}`);
  return lines;
}

export interface OneNeed {
  readonly need: NeedTold;
  readonly place: number;
  readonly statement: Quote | null;
  readonly asks: readonly Quote[];
}

export function needWords({ need, place, statement, asks }: OneNeed, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(screen.columns, 120) - 2;
  const beside = width >= LEAST_BESIDE;
  const half = beside ? Math.floor((width - 3) / 2) : width;
  const asked = asks.flatMap(({ evidence, text }) =>
    wrap(`${evidence.slice(0, 8)} ${visible(text)}`, half - 2).map((line, at) => (at === 0 ? line : `  ${line}`)),
  );
  const needed =
    statement === null ? ['Nobody says it in one sentence.'] : wrap(`“${visible(statement.text)}”`, half - 2);
  const columns = beside
    ? sideBySide(['They asked for', '', ...asked], ['They need', '', ...needed], half)
    : ['They need', '', ...needed, '', 'They asked for', '', ...asked];
  return plain(
    screen,
    [
      '',
      ` ${paint('strong', `${place}. ${need.name}`)}  ${paint('faint', need.id.slice(0, 8))}`,
      ...wrap(countsOf(need), width).map((line) => ` ${line}`),
      '',
      ...columns.map((line) => ` ${line}`.trimEnd()),
      '',
      ...(asks.length < need.members.length ? [` ${thousands(need.members.length)} pieces in all: --all`] : []),
      ' Not right? bifocal needs move <ask> <need>; split, merge, rename, undo too.',
      '',
    ].join('\n'),
  );
}

function countsOf({ demand }: NeedTold): string {
  const { people, pieces, lastYear, yearBefore, trend, waiting, leaving, content, firstAt, newestAt, byMakers } =
    demand;
  const persons = (n: number) => (n === 1 ? 'one person' : `${thousands(n)} people`);
  const since = firstAt === null || newestAt === null ? '' : ` ${dayOf(firstAt)} to ${dayOf(newestAt)}.`;
  const move = { more: ', more than chance', fewer: ', fewer than chance', even: '', quiet: '' }[trend];
  return [
    `${persons(people)} in ${thousands(pieces)} pieces${byMakers > 0 ? `, ${thousands(byMakers)} of them by makers` : ''}.${since}`,
    ` ${thousands(lastYear)} in the last year, ${thousands(yearBefore)} in the one before${move}.`,
    waiting > 0 ? ` No human answer yet for ${persons(waiting)}.` : '',
    leaving > 0 ? ` ${capital(persons(leaving))} spoke of leaving.` : '',
    content > 0 ? ` Against it: ${persons(content)} had praise.` : '',
  ].join('');
}

function sideBySide(left: readonly string[], right: readonly string[], half: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const one = left[at] ?? '';
    return `${one}${' '.repeat(Math.max(1, half + 3 - one.length))}${right[at] ?? ''}`;
  });
}
