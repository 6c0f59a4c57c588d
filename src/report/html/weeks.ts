/** The year as a figure: a square on the line for a week in which it happened, its depth hanging below. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { columnsOf, hasUnknown, weekEnds, weeksSeen } from '../columns.ts';
import { dateWords, monthWords, shareWords } from '../figures.ts';
import { depthOf } from '../focus-words.ts';
import { fullBar, fullBarWords } from '../full-bar.ts';
import { wordsOf } from '../words-of.ts';
import type { EvidenceById } from './behind.ts';
import { caliper } from './caliper.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

const KINDS = { making: ['Making', 'mk'], telling: ['Telling', 'tl'], serving: ['Serving', 'sv'] } as const;
const LINE = 22;
const DEEP = 34;

export function weeksFigure({ focus }: Reading, evidence: EvidenceById): Markup {
  const kinds = ['making', 'telling', 'serving'] as const;
  const deepest = fullBar(focus);
  const ends = weekEnds(focus);
  return markup`<div class="weeks">${kinds.map((kind) => row(kind, focus[kind], ends, deepest))}${ends.length > 0 ? months(ends) : null}</div>${
    hasUnknown(focus, ends) ? markup`<p class="basis">A dashed frame is a week that nobody looked at.</p>` : null
  }${
    deepest > 0
      ? markup`<p class="basis">A full bar is ${fullBarWords(deepest)} or more gone or replaced in one week.</p>`
      : null
  }<div class="tables">${kinds.map((kind) => table(kind, focus[kind], evidence))}</div>`;
}

function row(kind: keyof typeof KINDS, work: FocusKind, ends: readonly string[], deepest: number): Markup {
  const [name, hue] = KINDS[kind];
  if (work.state === 'not-collected') {
    return markup`<div class="wrow"><div class="nm">${name}</div><div class="unlooked">${withCommands(work.because)}</div></div>`;
  }
  const depth =
    work.depth === null
      ? work.because
      : markup`<b>${shareWords(work.depth, null)}</b> ${depthOf(kind, work)}${intervalOf(work)}`;
  return markup`<div class="wrow"><div class="nm">${name}<small>${work.basis}</small></div><div class="wkc">${squares(work, ends, deepest, hue)}</div><div class="rt"><span class="big">${
    work.weeks
  } <small>${weeksSeen(work, ends.length)}</small></span><p class="dep">${depth}</p>${
    work.depth === null
      ? null
      : caliper(hue === 'mk' ? 'p' : hue === 'tl' ? 'k' : 'c', work.depth * 100, hundredfold(work.interval), name)
  }</div></div>`;
}

function intervalOf({ interval }: FocusKind): string {
  return interval === null ? '' : shareWords(0, interval).replace(/^0 %/, '');
}

function hundredfold(interval: FocusKind['interval']) {
  if (interval === null) return null;
  return { low: interval.low * 100, high: interval.high === null ? null : interval.high * 100 };
}

function squares(work: FocusKind, ends: readonly string[], deepest: number, hue: string): Markup {
  const step = 100 / Math.max(1, ends.length);
  const at = (column: number, share: number) => `${((column + share) * step).toFixed(2)}%`;
  const marks = columnsOf(work, ends).map((cell, column) => {
    if (cell === null)
      return markup`<rect class="uk" x="${at(column, 0.14)}" width="${(step * 0.72).toFixed(2)}%" y="13" height="9"/>`;
    const { happened, depth } = cell;
    if (!happened)
      return markup`<line class="tk" x1="${at(column, 0.5)}" x2="${at(column, 0.5)}" y1="15" y2="${LINE}"/>`;
    const hangs = depth === null || deepest === 0 ? 0 : Math.min(1, depth / deepest) * DEEP;
    return markup`<rect class="on" x="${at(column, 0.14)}" width="${(step * 0.72).toFixed(2)}%" y="13" height="9"/>${
      hangs > 0.4
        ? markup`<rect class="dp" x="${at(column, 0.14)}" width="${(step * 0.72).toFixed(2)}%" y="${LINE}" height="${hangs.toFixed(1)}"/>`
        : null
    }`;
  });
  return markup`<svg class="wk ${hue}" role="img" aria-label="${`${work.weeks} ${weeksSeen(work, ends.length)}`}"><line class="ln" x1="0" x2="100%" y1="${LINE}" y2="${LINE}"/>${marks}</svg>`;
}

function months(ends: readonly string[]): Markup {
  const firsts = ends.flatMap((to, column) => {
    const words = monthWords(to);
    return column === 0 || words === monthWords(ends[column - 1] ?? '') ? [] : [{ words, column }];
  });
  const shown = firsts.filter((_, order) => order % 2 === 0 && order < firsts.length - 1);
  return markup`<svg class="months" aria-hidden="true">${shown.map(
    ({ words, column }, order) =>
      markup`<text x="${((column / ends.length) * 100).toFixed(1)}%" y="13" class="${order % 2 === 0 ? '' : 'opt'}">${words}</text>`,
  )}</svg>`;
}

/** The same figure for a screen reader, and the changes behind each week. */
function table(kind: keyof typeof KINDS, work: FocusKind, evidence: EvidenceById): Markup | null {
  const busy = work.cells.filter(({ happened }) => happened);
  if (busy.length === 0) return null;
  const rows = busy.map(({ to, changes, depth, evidence: ids }) => {
    const said = ids.flatMap((id) => evidence.get(id) ?? []).slice(0, 2);
    return markup`<tr><td>${dateWords(to)}</td><td>${changes}</td><td>${depth === null ? 'not measured' : shareWords(depth, null)}</td><td>${said.map(
      (one) => markup`<span class="said sm">${wordsOf(one).text}</span><br>`,
    )}</td></tr>`;
  });
  return markup`<details class="table"><summary>${KINDS[kind][0]}: ${counted(busy.length, 'week')} as a table</summary><div class="scrollx" tabindex="0"><table><thead><tr><th scope="col">week until</th><th scope="col">changes</th><th scope="col">depth</th><th scope="col">the biggest</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
