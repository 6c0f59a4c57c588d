/** The bridge on a terminal: what to do next, what it should move, and when that can be told. */
import type { ActionReading, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords, round } from '../figures.ts';
import { indent, wrap } from './layout.ts';
import type { Paint, Screen } from './style.ts';

const SHOWN = 3;

export function bridgeLines({ bridge }: Reading, screen: Screen, paint: Paint): string[] {
  const head = paint('strong', 'WHAT TO DO NEXT');
  if (bridge.actions.length === 0) return [head, '', ...wrap(bridge.because ?? '', screen.columns - 2)];
  const shown = bridge.actions.slice(0, SHOWN).flatMap((action, at) => actionLines(action, at + 1, screen, paint));
  const rest = bridge.actions.length - SHOWN;
  return [head, '', ...shown, ...(rest > 0 ? [paint('faint', `${counted(rest, 'more step')} in --json`)] : [])];
}

function actionLines(action: ActionReading, order: number, screen: Screen, paint: Paint): string[] {
  const told = [
    action.people === null ? null : `${counted(action.people, 'person waits', 'people wait')} for it`,
    `effort: ${action.effort}`,
    `tell-tale: ${action.tellTale}`,
    action.verdictPossibleAt === null ? null : `a verdict from ${dateWords(action.verdictPossibleAt)}`,
    expectedWords(action),
  ].filter((part) => part !== null);
  return [
    `${paint('bridge', String(order))} ${paint('strong', action.title)}`,
    ...indent(wrap(action.hypothesis, screen.columns - 4), 2),
    ...indent(
      wrap(`${told.join('; ')}.`, screen.columns - 4).map((line) => paint('faint', line)),
      2,
    ),
    '',
  ];
}

function expectedWords({ expected }: ActionReading): string | null {
  if (expected === null) return null;
  const range =
    expected.interval === null ? '' : ` (${round(expected.interval.low)} to ${round(expected.interval.high ?? 100)})`;
  return `expected: ${expected.lens} lens +${round(expected.change)}${range}`;
}
