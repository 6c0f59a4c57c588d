/**
 * Whether a review speaks of a need, judged by people: average precision over the judged reviews of each query, by what
 * `bifocal similar` ranks with, against BM25 over the same stems in the same run. `node bench/search.ts <folder>`, a
 * folder with reviews.csv and judgements.csv.
 */
import { join } from 'node:path';
import { labelledRows } from '#engine/bench/labelled-rows.ts';
import { groupAll } from '#language/needs/find.ts';
import { nearestSaid } from '#language/needs/nearest-said.ts';
import { Stems, wordsOf } from '#language/words.ts';

interface Judged {
  readonly app: string;
  readonly query: string;
  readonly review: string;
  readonly text: string;
  readonly speaks: boolean;
}

/** As Robertson and Zaragoza give them. */
const [K1, B] = [1.2, 0.75];

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name a folder: node bench/search.ts app-review-search');
const signal = new AbortController().signal;
const rows = (name: string, columns: string[]) => labelledRows(join(folder, name), columns, signal);
const reviews = (await rows('reviews.csv', ['Review id', 'App id', 'Content'])).map(
  ([id = '', app = '', text = '']) => ({ id, app, text }),
);
const judged = (await rows('judgements.csv', ['App id', 'query', 'Review id', 'Review content', 'judge'])).map(
  ([app = '', query = '', review = '', text = '', judge = '']): Judged => ({
    app,
    query,
    review,
    text,
    speaks: judge.trim().toUpperCase() === 'Y',
  }),
);
const stems = new Stems();
const stemmed = (text: string) => wordsOf(text).map((word) => stems.of(word));

let [own, plain, queries] = [0, 0, 0];
for (const [app, asked] of Map.groupBy(judged, (one) => one.app)) {
  const texts = new Map(reviews.filter((one) => one.app === app).map(({ id, text }) => [id, text]));
  for (const { review, text } of asked) texts.set(review, text);
  const learned = groupAll(
    [...texts].map(([id, body]) => ({ id, origin: app, at: 0, title: null, body })),
    new Map(),
  );
  const bm25 = bm25Of(texts);
  for (const [query, answers] of Map.groupBy(asked, (one) => one.query)) {
    const relevant = new Set(answers.flatMap(({ review, speaks }) => (speaks ? [review] : [])));
    const pool = [...new Set(answers.map(({ review }) => review))].sort();
    if (relevant.size === 0 || relevant.size === pool.length) continue;
    const near = nearestSaid(learned, query, texts.size).ranked((id) => texts.get(id) ?? '', texts.size);
    const likeness = new Map(near.map((one) => [one.id, one.likeness]));
    queries += 1;
    own += precision(pool, relevant, (id) => likeness.get(id) ?? 0);
    plain += precision(pool, relevant, bm25(query));
  }
}
console.log(
  `${queries} queries, ${judged.length} judgements: average precision ${(own / queries).toFixed(3)}, BM25 ${(plain / queries).toFixed(3)}`,
);

function precision(pool: readonly string[], relevant: ReadonlySet<string>, score: (id: string) => number): number {
  const ranked = pool.toSorted((a, b) => score(b) - score(a) || (a < b ? -1 : 1));
  let [found, sum] = [0, 0];
  for (const [at, id] of ranked.entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (at + 1);
  }
  return sum / relevant.size;
}

function bm25Of(texts: ReadonlyMap<string, string>): (query: string) => (id: string) => number {
  const words = new Map([...texts].map(([id, text]) => [id, stemmed(text)]));
  const spread = new Map<string, number>();
  let total = 0;
  for (const own of words.values()) {
    total += own.length;
    for (const word of new Set(own)) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  const mean = total / words.size;
  return (query) => {
    const asked = [...new Set(stemmed(query))];
    return (id) => {
      const own = words.get(id) ?? [];
      return asked.reduce((sum, word) => {
        const times = own.reduce((count, one) => count + Number(one === word), 0);
        const many = spread.get(word) ?? 0;
        const rarity = Math.log(1 + (words.size - many + 0.5) / (many + 0.5));
        return sum + (rarity * times * (K1 + 1)) / (times + K1 * (1 - B + (B * own.length) / mean));
      }, 0);
    };
  };
}
