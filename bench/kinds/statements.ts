/** Finds the sentences that were labelled for this project again: keys and offsets lie here, the texts in the data alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labelledRows } from '#engine/bench/labelled-rows.ts';

export interface Statement {
  readonly data: string;
  readonly text: string;
  /** ask, reason, situation or other, as it was read the first and the second time; empty where only kinds were told. */
  readonly first: string;
  readonly second: string;
  readonly kinds: readonly string[];
}

export const LABELS = fileURLToPath(new URL('../labels/statements.csv', import.meta.url));

const signal = new AbortController().signal;

/** Rows of the labels, in their order. Rejects where the data are not those that were labelled. */
export async function statements(folder: string): Promise<Statement[]> {
  const reviews = await labelledRows(
    join(folder, 'app-review-search', 'reviews.csv'),
    ['App id', 'Review id', 'Content'],
    signal,
  );
  const issues = await labelledRows(
    join(folder, 'titanium-jira', 'issues.jsonl.gz'),
    ['key', 'summary', 'description'],
    signal,
  );
  const survey = join(folder, 'jupyter-surveys', '2015-ux-survey_short_columns.csv');
  const columns = (readFileSync(survey, 'utf8').split('\n', 1)[0] as string).split(',').slice(1);
  const answers = await labelledRows(survey, columns.slice(0, 28), signal);
  const texts = new Map<string, string>();
  for (const [app, review, said] of reviews) texts.set(`app-review-search ${app}/${review} Content`, said as string);
  for (const [key, summary, description] of issues) {
    texts.set(`titanium-jira ${key} summary`, summary as string);
    texts.set(`titanium-jira ${key} description`, description as string);
  }
  for (const [row, cells] of answers.entries()) {
    for (const [at, cell] of cells.entries()) texts.set(`jupyter-surveys ${row} ${columns[at]}`, cell);
  }
  const [, ...rows] = readFileSync(LABELS, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [data, key, field, from, to, first, second, kinds] = row.split(',') as string[];
    const text = texts.get(`${data} ${key} ${field}`)?.slice(Number(from), Number(to)) ?? '';
    if (text === '') throw new Error(`${data} has no ${field} of ${key}: these are other data than were labelled`);
    return {
      data: data as string,
      text,
      first: first as string,
      second: second as string,
      kinds: kinds === '' ? [] : (kinds as string).split('+'),
    };
  });
}
