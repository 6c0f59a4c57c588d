/**
 * Counts the common words that ship: `node scripts/train-everyday-words.ts <folder of data> [without]` writes
 * src/language/vectors/weights/everyday-words.ts. The same data give the same bytes. Only from what may be shipped, and
 * nothing of banking77, which grouping is measured on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { labelledRows } from '#engine/bench/labelled-rows.ts';
import { cleaned } from '#language/clean/clean.ts';
import { LEAST, STEPS } from '#language/vectors/everyday-words.ts';
import { Stems, wordsOf } from '#language/words.ts';

/** Of each text the first words are counted, as vectors read them. */
const WORDS = 150;
/** Every so manieth issue and comment: more move no share. */
const [EACH_ISSUE, EACH_COMMENT] = [5, 10];
const OPEN_ANSWERS = [
  ...['hinderances', 'pleasant_aspects_1', 'pleasant_aspects_2', 'difficult_aspects_1', 'difficult_aspects_2'],
  ...['features_changes_1', 'features_changes_2', 'workflow_needs_not_addressed_1', 'first_experience_enhancements_1'],
];

const [folder, without = 'nothing'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of data: node scripts/train-everyday-words.ts <folder>');
const places = await placesIn(folder);
for (const place of [...places.keys()]) if (place.startsWith(without)) places.delete(place);
const shares = [...places.values()].map(sharesOf);
const common = [...new Set(shares.flatMap((own) => [...own.keys()]))]
  .map((stem) => [stem, middle(shares.map((own) => own.get(stem) ?? 0))] as const)
  .filter(([stem, share]) => share > LEAST && /\p{L}/u.test(stem))
  .sort(([one, a], [two, b]) => b - a || (one < two ? -1 : 1))
  .map(([stem, share]) => `${stem} ${Math.round(STEPS * Math.log2(share / LEAST))}`);
const text = `/** Stems that people write whatever the product, with how common each is. Written by scripts/train-everyday-words.ts. */

// biome-ignore format: one line
export const EVERYDAY_WORDS = '${common.join(' ')}';
`;
writeFileSync(fileURLToPath(new URL('../src/language/vectors/weights/everyday-words.ts', import.meta.url)), text);
console.log(`${common.length} stems of ${places.size} places: ${Math.round(text.length / 1000)} kB`);

/** What was written, by the product or the place that it was written in. */
async function placesIn(data: string): Promise<Map<string, string[]>> {
  const { signal } = new AbortController();
  const rows = (file: string, columns: string[]) => labelledRows(join(data, file), columns, signal);
  const lines = (file: string) =>
    gunzipSync(readFileSync(join(data, 'titanium-jira', file)))
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const reviews = await rows('app-review-search/reviews.csv', ['App id', 'Content']);
  const survey = await rows('jupyter-surveys/2015-ux-survey_short_columns.csv', OPEN_ANSWERS);
  const found = new Map<string, string[]>();
  for (const [app = '', content = ''] of reviews)
    found.set(`app ${app}`, [...(found.get(`app ${app}`) ?? []), content]);
  found.set(
    'reviews',
    (await rows('review-requirements/p1.csv', ['reviews'])).map(([review = '']) => review),
  );
  found.set('survey', survey.flat() as string[]);
  const each = (all: readonly { body?: string; description?: string; summary?: string }[], step: number) =>
    all
      .filter((_, at) => at % step === 0)
      .map(({ summary = '', description, body }) => `${summary}\n${cleaned(description ?? body ?? '')}`);
  found.set('comments', each(lines('comments.jsonl.gz'), EACH_COMMENT));
  found.set('issues', each(lines('issues.jsonl.gz'), EACH_ISSUE));
  return found;
}

function sharesOf(texts: readonly string[]): Map<string, number> {
  const stems = new Stems();
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts) {
    for (const word of wordsOf(text.slice(0, WORDS * 20)).slice(0, WORDS)) {
      const stem = stems.of(word);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      all += 1;
    }
  }
  return new Map([...counts].map(([stem, count]) => [stem, count / all]));
}

/** The share that half of the places reach: what is common in one place is what that place is about. */
function middle(values: readonly number[]): number {
  return values.toSorted((one, two) => two - one)[Math.floor((values.length - 1) / 2)] as number;
}
