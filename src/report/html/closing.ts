/** The end of a report: figures beside the lenses, and the steps. */
import type { ActionReading, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { valueWords } from '../figures.ts';
import { stepFacts, stepsDeck, stepsHead, stepsShown } from '../step-words.ts';
import { behindAudit, caseList, type EvidenceById } from './behind.ts';
import { MOON } from './marks.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

export function besideSection({ audits }: Reading, evidence: EvidenceById): Markup | null {
  const beside = audits.filter(
    ({ answers, state }) => answers === null && (state === 'informative' || state === 'scored'),
  );
  if (beside.length === 0) return null;
  const rows = beside.map(
    (audit) =>
      markup`<details class="q"><summary><span><span class="name">${audit.question}</span>${MOON}<small>${withCommands(audit.because)}</small></span><span class="num">${
        audit.value === null ? null : valueWords(audit.value, audit.unit, audit.interval)
      }</span></summary>${behindAudit(audit, evidence)}</details>`,
  );
  return markup`<section aria-labelledby="beside"><h2 id="beside">Beside the lenses, not in them</h2><div class="beside">${rows}</div></section>`;
}

export function stepsSection(reading: Reading, evidence: EvidenceById): Markup {
  const { bridge } = reading;
  const shown = stepsShown(reading);
  const rest = bridge.actions.length - shown.length;
  const head = stepsHead(shown);
  if (shown.length === 0)
    return markup`<section aria-labelledby="steps"><h2 id="steps">${head}</h2><p class="fine">${withCommands(bridge.because)}</p></section>`;
  const deck = stepsDeck(shown);
  return markup`<section aria-labelledby="steps"><h2 id="steps">${head}</h2>${deck === null ? null : markup`<p class="fine">${deck}</p>`}<ol class="steps">${shown.map((action, at) => step(action, at + 1, evidence))}</ol>${
    rest > 0 ? markup`<p class="fine">${counted(rest, 'more step')} in <code>bifocal --json</code>.</p>` : null
  }</section>`;
}

function step(action: ActionReading, order: number, evidence: EvidenceById): Markup {
  const rests =
    action.evidence.length === 0
      ? null
      : markup`<details class="table"><summary>What it rests on${MOON}</summary>${caseList(
          action.evidence,
          action.evidence.length,
          evidence,
          action.targets,
        )}</details>`;
  const facts = stepFacts(action).map(
    ([word, says]) => markup`<dt>${word}</dt><dd>${word === 'people' ? markup`<b>${says}</b>` : says}</dd>`,
  );
  return markup`<li><span class="n" aria-hidden="true">${order}</span><h3>${action.title}</h3><p>${action.hypothesis}</p><dl class="facts">${facts}</dl>${rests}</li>`;
}
