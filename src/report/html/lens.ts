/** A lens: a ring of four quarters, one a question, and the questions with what is behind them. */
import type { LensReading, QuestionReading, Reading } from '#core/reading.ts';
import { scoreWords } from '../figures.ts';
import { answeredWords, groupOf } from '../lens-words.ts';
import { behindAudit, type EvidenceById } from './behind.ts';
import { caliper, type Hue, possible } from './caliper.ts';
import { MOON } from './marks.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

const QUARTERS = [
  'M82.3 7.1A71 71 0 0 1 148.9 73.7',
  'M148.9 82.3A71 71 0 0 1 82.3 148.9',
  'M73.7 148.9A71 71 0 0 1 7.1 82.3',
  'M7.1 73.7A71 71 0 0 1 73.7 7.1',
] as const;

export function lensSection(
  name: 'Product' | 'Customer',
  lens: LensReading,
  reading: Reading,
  evidence: EvidenceById,
): Markup {
  const hue = name === 'Product' ? 'p' : 'c';
  const id = name.toLowerCase();
  return markup`<section class="lens" aria-labelledby="${id}">${ring(name, lens)}<div class="lhead"><h2 id="${id}">${name} lens</h2><p class="fine">${answeredWords(lens)}</p>${soft(name, lens)}</div><div class="qs">${lens.questions.map(
    (question) => markup`${group(question.id)}${questionRow(question, hue, reading, evidence)}`,
  )}</div></section>`;
}

function group(question: string): Markup | null {
  const head = groupOf(question);
  return head === null ? null : markup`<p class="grp">${head}</p>`;
}

function soft(name: string, lens: LensReading): Markup | null {
  if (lens.score !== null) return null;
  return possible(name === 'Product' ? 'p' : 'c', lens.band.worst, lens.band.best, `${name} lens`);
}

function ring(name: string, lens: LensReading): Markup {
  const hue = name === 'Product' ? 'product' : 'customer';
  const quarters = lens.questions.map(({ score }, at) =>
    score === null
      ? markup`<path d="${QUARTERS[at] ?? ''}" fill="none" stroke="var(--edge)" stroke-width="1.75" stroke-dasharray="1 5.5" stroke-linecap="round"/>`
      : markup`<path d="${QUARTERS[at] ?? ''}" fill="none" stroke="var(--${hue}-2)" stroke-width="7"/>`,
  );
  const words =
    lens.score === null
      ? `${Math.round(lens.band.worst)} to ${Math.round(lens.band.best)} possible`
      : scoreWords(lens.score, lens.interval);
  const ends = `${Math.round(lens.band.worst)}–${Math.round(lens.band.best)}`;
  const [score = '', range = '', size = 0] =
    lens.score === null
      ? [ends, 'worst to best', 30]
      : [String(Math.round(lens.score)), words.split(' ')[1]?.replace(/[()]/g, '') ?? '', 42];
  return markup`<svg viewBox="0 0 156 156" role="img" aria-label="${`${name} lens ${words}`}"><path d="M16.6 98A64.5 64.5 0 0 0 139.4 98Z" fill="${lens.score === null ? `url(#hatch-${name === 'Product' ? 'p' : 'c'})` : `var(--${hue}-3)`}"/>${quarters}<circle cx="78" cy="78" r="65.5" fill="none" stroke="var(--${hue})" stroke-opacity=".45"/><text x="78" y="86" text-anchor="middle" style="font-size:${size}px;font-weight:700;letter-spacing:-.03em;fill:var(--ink)">${score}</text><text x="78" y="120" text-anchor="middle" class="under">${range}</text></svg>`;
}

function questionRow(question: QuestionReading, hue: Hue, reading: Reading, evidence: EvidenceById): Markup {
  const all = reading.audits.filter(({ id }) => question.audits.includes(id));
  const audits = all.filter(({ state }) => state !== 'not-collected');
  const figure =
    question.score === null
      ? markup`<span class="open">${withCommands(question.because)}</span>`
      : markup`<span class="cc">${caliper(hue, question.score, question.interval, question.question)}</span><span class="num"><b>${
          scoreWords(question.score, question.interval).split(' ')[0]
        }</b> <span class="iv">${scoreWords(question.score, question.interval).split(' ').slice(1).join(' ')}</span></span>`;
  const told = question.score === null ? null : markup`<small>${withCommands(question.because)}</small>`;
  const behind =
    audits.length === 0
      ? markup`<div class="behind"><p>What would answer it: ${all.map((audit) => audit.question).join(' ')}</p></div>`
      : audits.map((audit) => behindAudit(audit, evidence));
  return markup`<details class="q"><summary><span><span class="name">${question.question}</span>${MOON}${told}</span>${figure}</summary>${behind}</details>`;
}
