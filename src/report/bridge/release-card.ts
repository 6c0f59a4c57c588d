/** A release on one page, as Markdown: what it answered, whom to tell with drafts, what may be said, what lost its backing. */
import type { ActionJudged } from '#core/action.ts';
import type { Tell } from '#core/tell.ts';
import { counted } from '#core/wording.ts';
import { dateWords } from '../figures.ts';
import { prose, verbatim } from '../markdown/escape.ts';
import { helpedSentence } from './helped-words.ts';
import { tellState } from './tell-words.ts';

interface Card {
  readonly release: {
    readonly version: string;
    readonly at: string;
    readonly step: string | null;
    readonly people: number;
  };
  readonly needs: readonly { readonly name: string; readonly asks: number; readonly left: number }[];
  readonly helped: readonly { readonly name: string; readonly judged: ActionJudged }[];
  readonly tells: readonly Tell[];
  readonly sayable: readonly { readonly says: string; readonly because: string | null }[];
  readonly unbacked: readonly { readonly says: string; readonly because: string | null }[];
  readonly linked: boolean;
}

function cardHead({ release: { version, people }, tells, linked }: Card): string {
  if (!linked)
    return `Release ${version}: whom it answered is not known, because asks were not gathered beside changes.`;
  if (tells.length === 0) return `Release ${version} answered nobody that is known.`;
  const left = tells.filter(({ state }) => state === 'untold').length;
  const tell =
    left === 0
      ? 'all of their asks were told'
      : `${left} of ${counted(tells.length, 'ask')} ${left === 1 ? 'is' : 'are'} left to tell`;
  return `Release ${version} answered ${counted(people, 'person', 'people')}; ${tell}.`;
}

export function cardMarkdown(product: string, card: Card): string {
  const { release, needs, helped, tells, sayable, unbacked } = card;
  const untold = tells.filter(({ state }) => state === 'untold');
  const others = tells.filter(({ state }) => state !== 'untold');
  const step = release.step === null ? '' : `, ${release.step === 'tinker' ? 'a' : 'an'} ${release.step}`;
  const parts = [
    `# ${prose(`${product} ${release.version}`)}, ${dateWords(release.at)}${step}`,
    prose(cardHead(card)),
    list(
      'What it answered',
      needs.map(
        ({ name, asks, left }) =>
          `${prose(name)}: ${counted(asks, 'ask')}${left === 0 ? '' : `; ${counted(left, 'person still waits', 'people still wait')}`}`,
      ),
    ),
    list(
      'Did it help',
      helped.map((one) => prose(`${one.name}. ${helpedSentence(one.judged)}`)),
    ),
    list('Whom to tell', untold.map(drafted)),
    list(
      'Who was told',
      others.map((tell) => `${verbatim(tell.text)}: ${prose(tellState(tell))}`),
    ),
    list('What may now be said', sayable.map(said)),
    list('What lost its backing', unbacked.map(said)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function list(head: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${head}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function drafted({ text, url, askedAt, draft, ask }: Tell): string {
  const where = url !== null && /^https?:\/\/[^\s<>]+$/.test(url) ? ` (<${url}>)` : '';
  const lines = draft.split('\n').map((line) => `  > ${prose(line)}`.trimEnd());
  return [`${verbatim(text)}, ${dateWords(askedAt)}${where}, \`${ask.slice(0, 8)}\``, '', ...lines, ''].join('\n');
}

function said({ says, because }: Card['sayable'][number]): string {
  return `${verbatim(says)}${because === null ? '' : `: ${verbatim(because)}`}`;
}
