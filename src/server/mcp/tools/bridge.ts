/** The tool `bridge`: what to do next, what was decided, and what came of what was done. */

import type { ActionTold } from '#core/action.ts';
import { actionFacts, verdictSentence } from '#report/bridge/action-words.ts';
import { bridgeHead } from '#report/bridge/headline.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

export const bridge = defineTool({
  name: 'bridge',
  title: 'Bridge',
  description:
    'What to do this week and this quarter, most people who wait first; what was decided against and why; and of what was done whether it moved what it was for, by cases since against cases before. It only reads: people decide in the app or with `bifocal bridge`.',
  input: { product: PRODUCT },
  async answer({ product }, { store, tell }) {
    const { id } = await productMeant(store, product);
    const told = await tell(id, 'bridge');
    if (told === null) return { head: 'Nothing was read yet.' };
    const { at, week, quarter, more, dropped, done } = told;
    const said = (some: readonly ActionTold[]) => some.map(sayOf);
    return {
      ...{ at, head: bridgeHead(told), week: said(week), quarter: said(quarter) },
      ...{ more: more.length, droppedWithReasons: said(dropped), done: said(done) },
    };
  },
});

function sayOf(action: ActionTold) {
  const { id, name, title, hypothesis, state, evidence, judged } = action;
  return {
    ...{ id, name, title, state, verdict: judged && verdictSentence(judged), evidence: evidence.slice(0, 5) },
    ...(judged === null && { hypothesis }),
    ...Object.fromEntries(actionFacts(action)),
  };
}
