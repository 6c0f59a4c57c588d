/** The end of a report: figures beside the lenses, and the steps. */
import type { ActionReading, Reading } from '#core/reading.ts';
import { counted, dateWords, round, valueWords } from '../figures.ts';
import { behindAudit, caseList, type EvidenceById } from './behind.ts';
import { MOON } from './marks.ts';
import { type Markup, markup } from './markup.ts';

const STEPS_SHOWN = 3;
const STEP_HEADS = ['What to do next', 'One step to take', 'Two steps to take', 'Three steps to take'];

export function besideSection({ audits }: Reading, evidence: EvidenceById): Markup | null {
  const beside = audits.filter(
    ({ answers, state }) => answers === null && (state === 'informative' || state === 'scored'),
  );
  if (beside.length === 0) return null;
  const rows = beside.map(
    (audit) =>
      markup`<details class="q"><summary><span><span class="name">${audit.question}</span>${MOON}<small>${audit.because}</small></span><span class="num">${
        audit.value === null ? null : valueWords(audit.value, audit.unit, audit.interval)
      }</span></summary>${behindAudit(audit, evidence)}</details>`,
  );
  return markup`<section aria-labelledby="beside"><h2 id="beside">Beside the lenses, not in them</h2><div class="beside">${rows}</div></section>`;
}

export function stepsSection({ bridge }: Reading, evidence: EvidenceById): Markup {
  const shown = bridge.actions.slice(0, STEPS_SHOWN);
  const rest = bridge.actions.length - shown.length;
  if (shown.length === 0)
    return markup`<section aria-labelledby="steps"><h2 id="steps">What to do next</h2><p class="fine">${bridge.because}</p></section>`;
  const deck = shown.some(({ people }) => people !== null) ? 'Ranked by the people who wait.' : null;
  return markup`<section aria-labelledby="steps"><h2 id="steps">${STEP_HEADS[shown.length]}</h2>${deck === null ? null : markup`<p class="fine">${deck}</p>`}<ol class="steps">${shown.map((action, at) => step(action, at + 1, evidence))}</ol>${
    rest > 0 ? markup`<p class="fine">${counted(rest, 'more step')} in <code>bifocal --json</code>.</p>` : null
  }</section>`;
}

function step(action: ActionReading, order: number, evidence: EvidenceById): Markup {
  const { expected } = action;
  const range = expected?.interval
    ? ` (${round(expected.interval.low)} to ${round(expected.interval.high ?? 100)})`
    : '';
  const rests =
    action.evidence.length === 0
      ? null
      : markup`<details class="table"><summary>What it rests on${MOON}</summary>${caseList(
          action.evidence,
          action.evidence.length,
          evidence,
          action.targets,
        )}</details>`;
  return markup`<li><span class="n" aria-hidden="true">${order}</span><h3>${action.title}</h3><p>${action.hypothesis}</p><dl class="facts">${
    action.people === null ? null : markup`<dt>people</dt><dd><b>${counted(action.people, 'waits', 'wait')}</b></dd>`
  }<dt>effort</dt><dd>${action.effort}</dd><dt>tell-tale</dt><dd>${action.tellTale}</dd>${
    action.verdictPossibleAt === null
      ? null
      : markup`<dt>verdict from</dt><dd>${dateWords(action.verdictPossibleAt)}</dd>`
  }${expected === null ? null : markup`<dt>expected</dt><dd>${expected.lens} lens +${round(expected.change)}${range}</dd>`}</dl>${rests}</li>`;
}
