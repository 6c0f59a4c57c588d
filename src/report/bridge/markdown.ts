/** The Bridge as Markdown: a list to paste into a wiki, a pull request or an issue. */
import type { ActionTold, BridgeTold } from '#core/action.ts';
import { dateWords } from '../figures.ts';
import { prose } from '../markdown/escape.ts';
import { actionFacts, verdictSentence } from './action-words.ts';
import { bridgeHead } from './headline.ts';

export function bridgeMarkdown(product: string, told: BridgeTold): string {
  const parts = [
    `# The bridge of ${prose(product)}, ${dateWords(told.at)}`,
    prose(bridgeHead(told)),
    part('This week', told.week),
    part('This quarter', [...told.quarter, ...told.more.filter(({ state }) => state === 'adopted')]),
    part('Decided not to', told.dropped),
    part('What was done, and what it did', told.done),
  ];
  return `${parts.filter((one) => one !== '').join('\n\n')}\n`;
}

function part(head: string, actions: readonly ActionTold[]): string {
  return actions.length === 0 ? '' : `## ${head}\n\n${actions.map(item).join('\n')}`;
}

function item(action: ActionTold): string {
  const box = action.state === 'done' ? '[x]' : action.state === 'dropped' ? '' : '[ ]';
  const lines = [`- ${box === '' ? '' : `${box} `}**${prose(action.title)}**`];
  lines.push(`  ${prose(action.judged === null ? action.hypothesis : verdictSentence(action.judged))}`);
  for (const [word, says] of actionFacts(action)) lines.push(`  - ${word}: ${prose(says)}`);
  return lines.join('\n');
}

/** One action as the body of an issue. */
export function actionMarkdown(action: ActionTold): string {
  const facts = actionFacts(action).map(([word, says]) => `- ${word}: ${prose(says)}`);
  return [prose(action.hypothesis), '', ...facts].join('\n');
}
