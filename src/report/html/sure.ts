/** How sure a reading is, folded up: weights, coverage, how intervals are made, until when is known, what was not read. */
import type { LensReading, Reading } from '#core/reading.ts';
import { counted } from '../figures.ts';
import { knownUntil, lowestWords, movedWords, weightingWords } from '../sure-words.ts';
import { type Markup, markup } from './markup.ts';

export function sureSection(reading: Reading): Markup {
  const { missing, lean, method, lenses, place, veneer } = reading;
  const lowest = lowestWords(reading);
  const moved = movedWords(reading);
  const level = `Intervals are ${Math.round(method.level * 100)} %.`;
  const unread = missing.length === 0 ? '' : ` ${counted(missing.length, 'thing')} could not be read.`;
  const coverage = (lens: LensReading) => `${Math.round(lens.coverage * 100)} %`;
  return markup`<details class="sure"><summary><b>How sure?</b><span class="fine">${weightingWords(reading)}${
    lowest === '' ? null : ` Lowest questions: ${lowest}.`
  } ${level}${unread}</span></summary><dl class="facts"><dt>lean</dt><dd>${lean.because}</dd>${
    place.because === null ? null : markup`<dt>place</dt><dd>${place.because}</dd>`
  }<dt>lenses</dt><dd>Product ${coverage(lenses.product)} of its questions answered, Customer ${coverage(lenses.customer)}</dd><dt>intervals</dt><dd>shares after Wilson; waits with the unanswered counted as still waiting; the rest by drawing the cases again</dd><dt>known until</dt><dd>${knownUntil(reading)}</dd>${
    moved.length === 0 ? null : markup`<dt>moved</dt><dd>${moved.join(' ')}</dd>`
  }<dt>veneer</dt><dd>${veneer.because}</dd>${missing.map(
    ({ source, because, remedy }) => markup`<dt>not read</dt><dd>${source}: ${because} ${remedy}</dd>`,
  )}</dl></details>`;
}
