/** The Bridge on a terminal: this week, this quarter, decided not to, and what came of what was done. */
import type { ActionTold, BridgeTold } from '#core/action.ts';
import { dateWords } from '../figures.ts';
import { wrap } from '../terminal/layout.ts';
import { paintFor, plain, type Screen } from '../terminal/style.ts';
import { actionFacts, verdictSentence } from './action-words.ts';
import { bridgeHead } from './headline.ts';

const INDENT = '    ';

export function bridgeTerminal(product: string, told: BridgeTold, all: boolean, screen: Screen): string {
  const paint = paintFor(screen);
  const lines = ['', ` ${paint('strong', `${product}, ${dateWords(told.at)}. ${bridgeHead(told)}`)}`];
  let place = 0;
  const part = (head: string, actions: readonly ActionTold[], whole: boolean) => {
    if (actions.length > 0 && whole) lines.push('', ` ${paint('bridge', head)}`);
    for (const action of actions) {
      place += 1;
      if (whole) lines.push(...actionLines(place, action, screen));
    }
  };
  part('This week', told.week, true);
  part('This quarter', told.quarter, true);
  part('Further down', told.more, all);
  part('Decided not to', told.dropped, true);
  part('What was done, and what it did', told.done, true);
  if (told.more.length > 0 && !all) lines.push('', ` ${told.more.length} more: --all`);
  lines.push('', ' bifocal bridge adopt <name> takes one up; done, drop and undo say the rest.', '');
  return plain(screen, lines.join('\n'));
}

function actionLines(place: number, action: ActionTold, screen: Screen): string[] {
  const paint = paintFor(screen);
  const state = action.state === 'adopted' ? ' (taken up)' : '';
  const lines = [
    '',
    ` ${String(place).padStart(2)} ${paint('strong', action.title)}${state}  ${paint('faint', action.name)}`,
  ];
  if (action.judged !== null) lines.push(`${INDENT}${paint('strong', verdictSentence(action.judged))}`);
  else if (action.state !== 'dropped') lines.push(...wrapped(action.hypothesis, screen));
  const facts = actionFacts(action);
  const width = Math.max(0, ...facts.map(([word]) => word.length));
  for (const [word, says] of facts) {
    const [first = '', ...more] = wrap(says, screen.columns - width - 7);
    lines.push(
      `${INDENT}${paint('faint', word.padEnd(width))}  ${first}`,
      ...more.map((line) => `${INDENT}${''.padEnd(width)}  ${line}`),
    );
  }
  return lines;
}

function wrapped(text: string, screen: Screen): string[] {
  return wrap(text, screen.columns - 5).map((line) => `${INDENT}${line}`);
}
