/** `bench kinds` in words, and what its flags ask to be learned from. */
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import type { KindsAsked, KindsBench } from '#engine/bench/kinds.ts';
import type { Asked } from './arguments.ts';

const MOST_FOLDS = 100;

export function learningOf({ flags }: Asked): Pick<KindsAsked, 'folds' | 'since'> {
  const { folds, since } = flags;
  const usage = (cause: string) => new BifocalError('USAGE', { cause, command: 'bench' });
  if (folds !== undefined && since !== undefined) throw usage('Take --folds or --since, not both.');
  if (typeof since === 'string') {
    const found = /^([^=]+)=(.+)$/.exec(since);
    if (!found) throw usage('--since is <column>=<time>, such as created=2016-01-01.');
    return { folds: null, since: { time: found[1] as string, from: found[2] as string } };
  }
  if (folds === undefined) return { folds: null, since: null };
  const number = Number(folds);
  if (!Number.isInteger(number) || number < 2 || number > MOST_FOLDS) {
    throw usage(`--folds is a number from 2 to ${MOST_FOLDS}.`);
  }
  return { folds: number, since: null };
}

export function kindsWords(found: KindsBench): string {
  const left = Object.entries(found.leftOut).sort(([, a], [, b]) => b - a);
  const told = left.slice(0, 5).map(([label, n]) => `${label || 'no label'} ${thousands(n)}`);
  const lines = [
    `${thousands(found.n)} texts, judged by ${found.judge === 'shipped' ? 'what ships with Bifocal' : `what was ${found.judge}`}.`,
    `Right         ${share(found.accuracy)}   macro-F1 ${share(found.macroF1)}   calibration error ${share(found.ece)}`,
    ...found.labels.map(
      ({ label, n, precision, recall, f1 }) =>
        `${label.slice(0, 13).padEnd(13)} F1 ${share(f1)}   precision ${share(precision)}   recall ${share(recall)}   of ${thousands(n)}`,
    ),
    ...(left.length === 0
      ? []
      : [`Left out, for their label: ${told.join(', ')}${left.length > 5 ? ' and others' : ''}.`]),
  ];
  return `${lines.map((line) => ` ${line}`).join('\n')}\n`;
}

function share(value: number): string {
  return value.toFixed(3);
}
