/** Up to three things the reader may not know: a date, a sentence, two quotes, one step. */
import type { Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords } from '../figures.ts';
import { findingsHead, speakerOf } from '../findings-words.ts';
import type { EvidenceById } from './behind.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

type Finding = Reading['findings'][number];

const COLUMNS = 3;

export function findingsSection({ findings, findingsBecause }: Reading, evidence: EvidenceById): Markup | null {
  if (findings.length === 0) return findingsBecause === null ? null : markup`<p class="none">${findingsBecause}</p>`;
  const rest = findings.length < COLUMNS ? markup`<li class="rest"><p>and nothing else stands out</p></li>` : null;
  return markup`<section class="first" aria-labelledby="findings"><h2 id="findings">${findingsHead(findings.length)}</h2><ol class="finds">${findings.map(
    (finding) => card(finding, evidence),
  )}${rest}</ol></section>`;
}

function card({ sentence, at, people, quotes, step }: Finding, evidence: EvidenceById): Markup {
  const shown = quotes.map(
    ({ text, where, evidence: id }) =>
      text !== null &&
      markup`<div class="${edgeOf(id, evidence)}"><p class="said">“${text}”</p><p class="src">${where}</p></div>`,
  );
  return markup`<li class="find"><p class="when"><span>${dateWords(at)}</span>${
    people === null ? null : markup`<b>${counted(people, 'person', 'people')}</b>`
  }</p><h3>${sentence}</h3><div class="two">${shown}</div><p class="step">${withCommands(step)}</p></li>`;
}

/** Edged in the hue of who speaks. */
function edgeOf(id: string, evidence: EvidenceById): string {
  const speaker = speakerOf(evidence.get(id)?.kind);
  return speaker === null ? 'n' : { customer: 'c', product: 'p', claim: 'k' }[speaker];
}
