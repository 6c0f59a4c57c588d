/** `bench kinds`: labelled texts are judged without their labels, by what ships or by what was learned from other rows. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { featuresOf } from '#language/classify/features.ts';
import { learnExclusive } from '#language/classify/learn.ts';
import { type Given, type Measured, measured } from '#language/classify/measure.ts';
import { judgeFeatures, type Model } from '#language/classify/model.ts';
import { OWN_LABELS } from '#language/classify/settings.ts';
import { shippedModel } from '#language/classify/shipped.ts';
import { type Known, meaningOf } from './label-names.ts';
import { labelledRows } from './labelled-rows.ts';
import { meter, type Spent } from './spent.ts';

export interface KindsBench extends Measured, Spent {
  /** What judged: `shipped`, or how it was learned. */
  readonly judge: string;
  /** Labels that mean nothing that is judged here, with their rows: they are left out of every figure. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface KindsAsked {
  readonly file: string;
  /** Columns, joined by commas. */
  readonly text: string;
  readonly label: string;
  /** Learn from the rest of the file, so many times. */
  readonly folds: number | null;
  /** Learn from rows whose `time` comes before, and judge those from then on. */
  readonly since: { readonly time: string; readonly from: string } | null;
}

interface Row {
  readonly text: string;
  readonly label: string;
  readonly time: string;
}

export async function benchKinds(asked: KindsAsked, signal: AbortSignal): Promise<KindsBench> {
  const columns = asked.text.split(',').map((column) => column.trim());
  const all = await labelledRows(
    asked.file,
    [...columns, asked.label, ...(asked.since === null ? [] : [asked.since.time])],
    signal,
  );
  const rows = all.map(
    (cells): Row => ({
      text: cells.slice(0, columns.length).filter(Boolean).join('\n'),
      label: cells[columns.length] as string,
      time: cells[columns.length + 1] ?? '',
    }),
  );
  const spent = meter();
  const { judge, given, leftOut } =
    asked.folds === null && asked.since === null ? byShipped(rows, asked) : learned(rows, asked);
  return { ...measured(given), judge, leftOut, ...spent() };
}

/** Which of the models that ship knows most of the labels judges them. */
function byShipped(rows: readonly Row[], asked: KindsAsked) {
  const meant = rows.flatMap(({ text, label }) => {
    const meaning = meaningOf(label);
    return text === '' || meaning === null ? [] : [{ text, known: meaning[1], of: meaning[0] }];
  });
  const counts = new Map<Known, number>();
  for (const { of } of meant) counts.set(of, (counts.get(of) ?? 0) + 1);
  const [of] = [...counts].reduce<readonly [Known | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  );
  if (of === null) {
    const labels = [...new Set(rows.map(({ label }) => label))].sort().slice(0, 12).join(', ');
    throw new BifocalError('BENCH_LABELS_UNKNOWN', { file: basename(asked.file), labels });
  }
  // A title and a text in columns of their own are an issue of a tracker.
  const isTracker =
    of === 'kinds' &&
    asked.text.includes(',') &&
    meant.every(({ known, of: other }) => other !== of || known === 'problem' || known === 'request');
  const model = shippedModel(isTracker ? 'tracker' : of);
  const judged = meant.filter((row) => row.of === of);
  const present = new Set(judged.map(({ known }) => known));
  return {
    judge: 'shipped',
    given: judged.map(({ text, known }) => amongst(model, text, known, present)),
    leftOut: counted(rows.flatMap(({ text, label }) => (text !== '' && meaningOf(label)?.[0] !== of ? [label] : []))),
  };
}

function learned(rows: readonly Row[], { folds, since }: KindsAsked) {
  const meant = rows.flatMap(({ text, label, time }) =>
    text === '' || label === '' ? [] : [{ text, known: meaningOf(label)?.[1] ?? label, time }],
  );
  // With time given, what is no kind of ours (“Story”, “Epic”) is left out; in folds any label can be learned.
  const kept = since === null ? meant : meant.filter(({ known }) => meaningOf(known) !== null);
  const features = kept.map(({ text }) => featuresOf(text));
  const labels = [...new Set(kept.map(({ known }) => known))].sort();
  const splits: readonly ((at: number) => boolean)[] =
    since === null
      ? Array.from({ length: folds as number }, (_, fold) => (at: number) => at % (folds as number) === fold)
      : [(at) => (kept[at]?.time as string) >= since.from];
  const given = splits.flatMap((isTest) => {
    const train = kept.flatMap((_, at) => (isTest(at) ? [] : [at]));
    const model = learnExclusive(
      labels,
      train.map((at) => features[at] as (typeof features)[number]),
      train.map((at) => kept[at]?.known as string),
      OWN_LABELS,
    );
    return kept.flatMap(({ known }, at): Given[] => {
      if (!isTest(at)) return [];
      const { probabilities, holds } = judgeFeatures(model, features[at] as (typeof features)[number]);
      return [
        {
          known,
          given: labels[holds[0] as number] as string,
          probabilities: new Map(labels.map((label, place) => [label, probabilities[place] as number])),
        },
      ];
    });
  });
  return {
    judge: since === null ? `learned in ${folds} folds` : `learned before ${since.from}`,
    given,
    leftOut: since === null ? {} : counted(meant.flatMap(({ known }) => (meaningOf(known) === null ? [known] : []))),
  };
}

/** Of a model whose labels may all hold: the likeliest of those that the file knows. */
function amongst(model: Model, text: string, known: string, present: ReadonlySet<string>): Given {
  const { probabilities, holds } = judgeFeatures(model, featuresOf(text));
  const among = model.labels.flatMap((label, at) =>
    present.has(label) || model.exclusive ? [[label, probabilities[at] as number] as const] : [],
  );
  const sum = among.reduce((total, [, p]) => total + p, 0);
  const given = model.exclusive
    ? (model.labels[holds[0] as number] as string)
    : among.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  return { known, given, probabilities: new Map(among.map(([label, p]) => [label, p / sum])) };
}

function counted(labels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}
