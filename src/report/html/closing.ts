/** The end of a report: figures beside the lenses, the steps, how sure, what was not read. */
import type { ActionReading, Reading } from '#core/reading.ts';
import { counted, dateWords, round, thousands, valueWords } from '../figures.ts';
import { behindAudit, caseList, type EvidenceById } from './behind.ts';
import { MOON } from './marks.ts';
import { type Markup, markup } from './markup.ts';

const STEPS_SHOWN = 3;

export function besideSection({ audits }: Reading, evidence: EvidenceById): Markup | null {
  const beside = audits.filter(
    ({ answers, state }) => answers === null && (state === 'informative' || state === 'scored'),
  );
  if (beside.length === 0) return null;
  const rows = beside.map(
    (audit) =>
      markup`<details class="q"><summary><span class="name">${audit.question}</span><span class="open">${audit.because} ${
        audit.value === null ? null : valueWords(audit.value, audit.unit, audit.interval)
      }${MOON}</span></summary>${behindAudit(audit, evidence)}</details>`,
  );
  return markup`<section><h2>Beside the lenses, not in them</h2><div class="beside">${rows}</div></section>`;
}

export function stepsSection({ bridge }: Reading, evidence: EvidenceById): Markup {
  const shown = bridge.actions.slice(0, STEPS_SHOWN);
  if (shown.length === 0)
    return markup`<section><h2>What to do next</h2><p class="fine">${bridge.because}</p></section>`;
  return markup`<section><h2>What to do next</h2><ol class="steps">${shown.map((action, at) => step(action, at + 1, evidence))}</ol></section>`;
}

function step(action: ActionReading, order: number, evidence: EvidenceById): Markup {
  const { expected } = action;
  const range = expected?.interval
    ? ` (${round(expected.interval.low)} to ${round(expected.interval.high ?? 100)})`
    : '';
  return markup`<li><span class="n">${order}</span><h3>${action.title}</h3><p>${action.hypothesis}</p><dl class="facts">${
    action.people === null ? null : markup`<dt>people</dt><dd>${counted(action.people, 'waits', 'wait')}</dd>`
  }<dt>effort</dt><dd>${action.effort}</dd><dt>tell-tale</dt><dd>${action.tellTale}</dd>${
    action.verdictPossibleAt === null
      ? null
      : markup`<dt>verdict from</dt><dd>${dateWords(action.verdictPossibleAt)}</dd>`
  }${expected === null ? null : markup`<dt>expected</dt><dd>${expected.lens} lens +${round(expected.change)}${range}</dd>`}</dl><details class="table"><summary>What it rests on${MOON}</summary>${caseList(
    action.evidence,
    action.evidence.length,
    evidence,
    action.targets,
  )}</details></li>`;
}

export function sureSection({ sensitivity, soreThumb, missing, lean, method }: Reading): Markup {
  const same =
    sensitivity.samePlace === null
      ? sensitivity.because
      : `The side of the norm stays the same in ${thousands(sensitivity.samePlace)} of ${thousands(sensitivity.draws)} random weightings.`;
  return markup`<details class="sure" open><summary><b>How sure?</b></summary><p>${soreThumb.sentence}</p><p class="basis">${lean.because} ${same} Intervals are ${Math.round(
    method.level * 100,
  )} %.</p>${
    missing.length === 0
      ? null
      : markup`<h3>Not read</h3><ul>${missing.map(({ because, remedy }) => markup`<li class="fine">${because} ${remedy}</li>`)}</ul>`
  }</details>`;
}
