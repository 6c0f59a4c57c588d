/** The ledger of claims and one claim, in words for a terminal. */
import { shownWords } from '#core/shown-words.ts';
import { counted, thousands } from '#core/wording.ts';
import type { ToldQuote } from '#engine/claim-quotes.ts';
import type { ToldClaim } from '#engine/claims.ts';
import { wrap } from '#report/terminal/layout.ts';
import { type Paint, paintFor, plain, type Screen } from '#report/terminal/style.ts';

type Name = ToldClaim['verdict'];

/** Headings of the ledger, what stands under each, and how many are shown without `--all`. */
const PARTS: readonly (readonly [verdict: Name, heading: string, most: number])[] = [
  ['unsaid', 'Praised, shipped, and said nowhere', 5],
  ['contradicted', 'Contradicted: a person confirmed it', 8],
  ['seems to conflict', 'Seems to conflict: please look', 8],
  ['could not be squared from outside', 'Could not be squared from outside', 8],
  [
    'ahead of the evidence',
    'Ahead of the evidence: a figure, a comparison or a service that nothing read bears out',
    5,
  ],
  ['promised', 'Promised', 5],
  ['vague', 'Vague: praise in which nothing can be looked for', 5],
  ['backed by both', 'Backed by what shipped and by customers', 3],
  ['backed by customers', 'Backed by customers', 3],
  ['backed by the product', 'Backed by what shipped', 3],
  ['open', 'Nothing read speaks for or against it', 3],
  ['not mentioned', 'Known problems that no document mentions', 5],
  ['disputed', 'Set aside: a person said that the verdict was wrong', 3],
];

/** Said by Bifocal, not by the brand. */
const OWN_WORDS: ReadonlySet<Name> = new Set(['unsaid', 'not mentioned']);

const AGAINST: readonly Name[] = ['seems to conflict', 'could not be squared from outside', 'contradicted'];

const EVERY = 10_000;

export interface Whose {
  readonly name: string;
  /** Somebody else’s: nobody here can confirm a conflict. */
  readonly theirs: boolean;
}

export function ledgerWords(
  { name, theirs }: Whose,
  all: readonly ToldClaim[],
  every: boolean,
  screen: Screen,
): string {
  const paint = paintFor(screen);
  const standing = all.filter(({ lastAt, verdict }) => lastAt === null && !OWN_WORDS.has(verdict));
  const gone = all.filter(({ lastAt }) => lastAt !== null);
  if (all.length === 0)
    return ` ${name} claims nothing that was read. A README, pages, posts or advertisements would say what it claims.\n`;
  const lines = [
    paint(
      'strong',
      `${name}: ${counted(standing.length, 'claim')} ${standing.length === 1 ? 'stands' : 'stand'} today`,
    ) + (gone.length > 0 ? paint('faint', `  (${thousands(gone.length)} more stood before)`) : ''),
    '',
  ];
  for (const [verdict, heading, most] of PARTS) {
    const part = (OWN_WORDS.has(verdict) ? all : standing).filter((claim) => claim.verdict === verdict);
    if (part.length === 0) continue;
    lines.push(`${paint('strong', heading)}  ${thousands(part.length)}`);
    const shown = part.slice(0, every ? EVERY : most);
    for (const claim of shown) lines.push(...briefly(claim, screen, paint));
    if (part.length > shown.length)
      lines.push(paint('faint', `  and ${thousands(part.length - shown.length)} more: bifocal claims --all`));
    lines.push('');
  }
  if (every && gone.length > 0) {
    lines.push(`${paint('strong', 'No longer said')}  ${thousands(gone.length)}`);
    for (const claim of gone)
      lines.push(...oneLine(claim, screen, paint, ` until ${dayOf(claim.lastAt ?? '')}${promisedWords(claim)}`));
    lines.push('');
  }
  lines.push(
    paint(
      'faint',
      `One claim with both sides: bifocal claims <number>. A verdict that is wrong: --dispute.${theirs ? '' : ' A conflict that is one: --confirm.'}`,
    ),
  );
  return `${lines.map((line) => plain(screen, ` ${line}`.trimEnd())).join('\n')}\n`;
}

function briefly(claim: ToldClaim, screen: Screen, paint: Paint): string[] {
  const people = claim.people > 0 ? `${claim.class === 'problem' ? ': ' : ' · '}${peopleOf(claim)}` : '';
  const lines = oneLine(claim, screen, paint, `${people}${promisedWords(claim)}`);
  const wanted =
    claim.verdict === 'unsaid'
      ? ['ships', 'says']
      : claim.verdict === 'not mentioned'
        ? ['claims', 'says']
        : AGAINST.includes(claim.verdict)
          ? ['ships', 'says']
          : [];
  for (const side of wanted) {
    const quote = [...claim.places, ...claim.quotes].find((one) => one.side === side);
    if (quote?.text) lines.push(...indented(quoteWords(quote), screen, 11).map((line) => paint('faint', line)));
  }
  return lines;
}

function saysOf({ class: kind, says }: ToldClaim): string {
  return kind === 'unsaid' || kind === 'problem' ? says : `“${says}”`;
}

/** `  kept`, `  not due yet (1 June 2026)`. */
function promisedWords({ promised }: ToldClaim): string {
  if (promised === undefined) return '';
  return `  ${promised.state}${promised.due === null ? ': no time is named' : `: due ${dayOf(promised.due)}`}`;
}

/** `18 of 258 people (4 to 11 %)` where it is told how many were heard. */
function peopleOf({ people, heard }: ToldClaim): string {
  if (heard === undefined) return counted(people, 'person', 'people');
  const percent = (share: number) => Math.round(100 * share);
  return `${thousands(people)} of ${thousands(heard.of)} people (${percent(heard.low)} to ${percent(heard.high)} %)`;
}

function oneLine(claim: ToldClaim, screen: Screen, paint: Paint, after: string): string[] {
  const [first = '', ...rest] = wrap(`${saysOf(claim)}${after}`, width(screen) - 12);
  return [`  ${paint('faint', claim.id.slice(0, 6))}   ${first}`, ...rest.map((line) => `           ${line}`)];
}

export function claimWords(claim: ToldClaim, screen: Screen): string {
  const paint = paintFor(screen);
  const stood =
    claim.lastAt === null ? `since ${dayOf(claim.firstAt)}` : `from ${dayOf(claim.firstAt)} to ${dayOf(claim.lastAt)}`;
  const lines = [
    ...wrap(saysOf(claim), width(screen)).map((line) => paint('strong', line)),
    claim.verdict === 'unsaid'
      ? `said nowhere; ${counted(claim.people, 'person praises', 'people praise')} it`
      : claim.class === 'problem'
        ? `${peopleOf(claim)} tell of it; no document mentions it; first told ${dayOf(claim.firstAt)}`
        : `${claim.class}${claim.attribute === null ? '' : `, on ${claim.attribute}`}; said ${stood}`,
    '',
    `${paint('strong', claim.verdict)}${promisedWords(claim)}${claim.people > 0 && !OWN_WORDS.has(claim.verdict) ? `, by ${counted(claim.people, 'person', 'people')}` : ''}`,
    ...sideLines('The brand', claim.places, screen, paint),
    ...sideLines(
      'What shipped',
      claim.quotes.filter(({ side }) => side === 'ships'),
      screen,
      paint,
    ),
    ...sideLines(
      'Customers',
      claim.quotes.filter(({ side }) => side === 'says'),
      screen,
      paint,
    ),
  ];
  return `${lines.map((line) => plain(screen, ` ${line}`.trimEnd())).join('\n')}\n`;
}

function sideLines(heading: string, quotes: readonly ToldQuote[], screen: Screen, paint: Paint): string[] {
  if (quotes.length === 0) return [];
  const unique = quotes.filter((one, at) => quotes.findIndex((other) => quoteWords(other) === quoteWords(one)) === at);
  return [
    '',
    heading,
    ...unique.flatMap((quote) => indented(quoteWords(quote), screen, 2)).map((line) => paint('faint', line)),
  ];
}

function quoteWords({ text, where, at }: ToldQuote): string {
  const said = text === null ? 'no longer known' : `“${shownWords(text)}”`;
  return `${where}${at === null ? '' : `, ${dayOf(at)}`}: ${said}`;
}

function indented(text: string, screen: Screen, by: number): string[] {
  return wrap(text, width(screen) - by - 1).map((line) => `${' '.repeat(by)}${line}`);
}

function width(screen: Screen): number {
  return Math.min(100, screen.columns) - 2;
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
