/** How sure a reading is, folded up: weights, coverage, how intervals are made, until when is known, what was not read. */
import type { Reading } from '#core/reading.ts';
import { sureFacts, sureSummary } from '../sure-words.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

export function sureSection(reading: Reading): Markup {
  const facts = sureFacts(reading).map(([word, says]) => markup`<dt>${word}</dt><dd>${withCommands(says)}</dd>`);
  return markup`<details class="sure"><summary><b>How sure?</b><span class="fine">${sureSummary(
    reading,
  )}</span></summary><dl class="facts">${facts}</dl></details>`;
}
