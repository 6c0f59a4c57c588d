/** The three signals, those not known yet named with what would tell them; and the sore thumb, where one sticks out. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { Reading } from '#core/reading.ts';
import { shareWords } from '../figures.ts';
import { signalBecause } from '../signal-words.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

export function signalsSection(reading: Reading): Markup {
  const { signals, soreThumb } = reading;
  const rows = signals.map(
    ({ name, value, interval, because }) =>
      markup`<div><span class="w">${name}</span><small>${withCommands(signalBecause(because, reading))}</small><span class="num">${
        value === null ? 'not known yet' : shareWords(value, interval)
      }</span></div>`,
  );
  return markup`<section aria-labelledby="signals"><h2 id="signals">Three signals</h2><div class="sig">${rows}</div>${thumb(soreThumb)}</section>`;
}

function thumb({ question, sentence }: Reading['soreThumb']): Markup {
  if (question === null) return markup`<p class="calm"><b>${sentence}</b></p>`;
  const asked = Object.hasOwn(QUESTIONS, question) ? QUESTIONS[question as QuestionId].question : question;
  const rest = sentence.startsWith(asked) ? sentence.slice(asked.length).trim() : sentence;
  return markup`<div class="thumb"><svg class="t" aria-hidden="true"><use href="#thumb"/></svg><p><b>The sore thumb: ${asked}</b> ${rest}</p></div>`;
}
