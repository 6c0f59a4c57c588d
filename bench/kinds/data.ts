/** Reads the labelled sets that kinds, mood and requirements are learned from and measured on. Nothing of them is kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledRows } from '#engine/bench/labelled-rows.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

const signal = new AbortController().signal;

/** Issues that are bugs or requests; a story or a task is neither. In the order of the file. */
export async function titanium(folder: string): Promise<(Labelled & { readonly created: string })[]> {
  const file = join(folder, 'titanium-jira', 'issues.jsonl.gz');
  const rows = await labelledRows(file, ['summary', 'description', 'type', 'created'], signal);
  return rows.flatMap(([summary, description, type, created]) => {
    const label = type === 'Bug' ? 'problem' : type === 'New Feature' || type === 'Improvement' ? 'request' : null;
    return label === null ? [] : [{ text: `${summary}\n${description}`, label, created: created as string }];
  });
}

/** `part`: the train or the test half, as the authors of Senti4SD parted them. No heading; id;polarity;text. */
export function senti4sd(folder: string, part: 'train' | 'test'): Labelled[] {
  const name = part === 'train' ? 'train3098itemPOLARITY.csv' : 'test1326itemPOLARITY.csv';
  return readFileSync(join(folder, 'senti4sd', name), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = /^[^;]*;(positive|negative|neutral);(.*)$/s.exec(line);
      return found ? [{ label: found[1] as string, text: found[2] as string }] : [];
    });
}

/** P2 of van Vliet et al.: sentences of app reviews that matter to whoever builds the app, or not. */
export async function requirements(folder: string): Promise<Labelled[]> {
  const rows = await labelledRows(join(folder, 'review-requirements', 'p2.csv'), ['reviews', 'Judgement'], signal);
  return rows.map(([text, judged]) => ({ text: text as string, label: judged === '1' ? 'requirement' : 'noise' }));
}

/** What the tracker's model is learned from: its issues from before 2016; later ones are for measuring. */
export async function oldIssues(folder: string): Promise<Labelled[]> {
  return (await titanium(folder)).filter(({ created }) => created < '2016');
}

/**
 * App reviews of Maalej et al. (Requirements Engineering 21, 2016), one row for each text, with all labels that it has.
 * For measuring alone: nothing that ships is learned from them.
 */
export function appReviews(folder: string): { readonly text: string; readonly labels: ReadonlySet<string> }[] {
  const found = new Map<string, Set<string>>();
  for (const label of ['Bug', 'Feature', 'Rating', 'UserExperience']) {
    const json = readFileSync(join(folder, 'app-review-kinds', `${label}.json`), 'utf8').replace(/,\s*\]\s*$/, ']');
    for (const { title, comment } of JSON.parse(json) as { title: string | null; comment: string }[]) {
      const text = [title, comment].filter(Boolean).join('.\n');
      found.set(text, (found.get(text) ?? new Set()).add(label));
    }
  }
  return [...found].map(([text, labels]) => ({ text, labels }));
}
