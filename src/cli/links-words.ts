/** The list of links as a person looks through it: what is offered first, both ends side by side, one above the other. */
import { counted, thousands } from '#core/wording.ts';
import type { LinkTold } from '#engine/links.ts';
import { cut } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

/** So many of each kind are listed; all with --all. */
const SHOWN = 8;

const HEADINGS: Readonly<Record<LinkTold['method'], string>> = {
  offered: 'Perhaps: please look',
  recovered: 'Taken, though nobody wrote it down',
  confirmed: 'Confirmed by a person',
  vetoed: 'Refused by a person',
  written: 'Written down',
};

export function linksWords(product: string, links: readonly LinkTold[], all: boolean, screen: Screen): string {
  const paint = paintFor(screen);
  if (links.length === 0) {
    return ` No change of ${product} answers an ask yet: it needs both, changes and what customers said.\n`;
  }
  const groups = [...Map.groupBy(links, ({ method }) => method)];
  const asks = new Set(
    links.filter(({ method }) => method !== 'offered' && method !== 'vetoed').map(({ to }) => to.evidence),
  );
  const lines = ['', ` ${paint('strong', `${product}: ${counted(asks.size, 'ask')} answered by a change.`)}`];
  for (const [method, own] of groups) {
    const shown = all ? own : own.slice(0, method === 'written' ? 3 : SHOWN);
    lines.push('', ` ${paint('strong', HEADINGS[method])}  ${paint('faint', thousands(own.length))}`);
    for (const link of shown) lines.push(...linkLines(link, screen));
    if (own.length > shown.length) lines.push(`   and ${thousands(own.length - shown.length)} more: --all`);
  }
  lines.push('', ' bifocal links confirm <link>, or veto <link>. Later readings obey.', '');
  return plain(screen, lines.join('\n'));
}

function linkLines({ id, method, confidence, from, to, signs }: LinkTold, screen: Screen): string[] {
  const paint = paintFor(screen);
  const likely = method === 'offered' || method === 'recovered' ? `${Math.round(confidence * 100)} %` : '';
  const width = Math.max(20, screen.columns - 28);
  const day = (at: string) => at.slice(0, 10);
  return [
    `   ${paint('faint', id.padEnd(12))}  ${likely.padStart(5)}  ${cut(`${day(to.at)}  ${to.text}`, width)}`,
    `   ${''.padEnd(12)}  ${''.padStart(5)}  ${paint('faint', cut(`${day(from.at)}  → ${from.text}`, width))}`,
    ...(signs === null || likely === ''
      ? []
      : [`   ${''.padEnd(12)}  ${''.padStart(5)}  ${paint('faint', cut(signsWords(signs), width))}`]),
  ];
}

/** `12 days later; both say saddle, horse`. */
function signsWords({ words, days }: NonNullable<LinkTold['signs']>): string {
  const when =
    days === 0 ? 'the same day' : `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'before it was asked'}`;
  return `${when}; ${words.length === 0 ? 'no telling word is shared' : `both say ${words.join(', ')}`}`;
}
