/** A closed round question by question: groups against each other, against the evidence, and against the round before. */

import { alike, contentWords } from '#core/content-words.ts';
import type { EvidenceBeside, MirrorResult, Released, Round, ScoreBeside } from '#core/mirror.ts';
import { unitsOf } from '#language/clean/clean.ts';
import { sentencesOf } from '#language/sentences.ts';
import { changeSince, roleGaps, selfImageGap } from '#mirror/gaps.ts';
import type { Store } from '#store/store.ts';
import { answersTaken } from './add-action.ts';
import { newestReading } from './kept-readings.ts';
import { joinedNeeds } from './round-words.ts';
import { releasedRounds } from './rounds.ts';

export async function mirrorResult(store: Store, productId: string, round: Round): Promise<MirrorResult | null> {
  const all = await releasedRounds(store, productId);
  const place = all.findIndex((one) => one.round.id === round.id);
  const [now, before] = [all[place], all[place - 1]];
  if (!now) return null;
  const since = before && changeSince(now, before);
  return {
    ...now,
    joined: await joinedNeeds(store, productId, round.id),
    gaps: { selfImage: selfImageGap(now), roles: Object.fromEntries(roleGaps(now)) },
    since:
      before && since
        ? {
            round: before.round,
            groups: Object.fromEntries([...since].map(([group, gaps]) => [group, Object.fromEntries(gaps)])),
          }
        : null,
    evidence: await evidenceBeside(store, productId, now),
    taken: await answersTaken(store, productId, round.id),
  };
}

export async function evidenceBeside(
  store: Store,
  productId: string,
  released: Released | null,
): Promise<EvidenceBeside> {
  const reading = await newestReading(store, productId);
  const first = await firstSentence(store, productId);
  const words = first === null ? null : contentWords(first.text);
  const said = (released?.groups ?? []).flatMap(({ group, why, friend }) =>
    [why, friend].flatMap((one) => (one?.state === 'shown' ? one.said : [])).map((text) => ({ group, text })),
  );
  const near = words === null ? [] : said.map((one) => ({ ...one, share: alike(words, contentWords(one.text)) }));
  const weeks = reading?.focus.making.of ?? reading?.focus.telling.of ?? reading?.focus.serving.of ?? null;
  const question = (lens: 'product' | 'customer', id: string) =>
    scoreOf(reading?.lenses[lens].questions.find((one) => one.id === id));
  return {
    at: reading?.at ?? null,
    weeks:
      reading === null || weeks === null
        ? null
        : {
            of: weeks,
            making: reading.focus.making.weeks,
            telling: reading.focus.telling.weeks,
            serving: reading.focus.serving.weeks,
          },
    firstSentence: first,
    alike: near
      .toSorted((a, b) => b.share - a.share || (a.text < b.text ? -1 : 1))
      .map((one) => ({ ...one, share: Math.round(one.share * 100) / 100 })),
    loved: question('customer', 'loved'),
    holds: question('product', 'holds'),
    lenses: { product: scoreOf(reading?.lenses.product), customer: scoreOf(reading?.lenses.customer) },
    place: reading === null ? null : { name: reading.place.name, certainty: reading.place.certainty },
    loop: reading && { asked: reading.loop.asked, shipped: reading.loop.shipped, told: reading.loop.told },
  };
}

function scoreOf(
  found: { readonly score: number | null; readonly interval: ScoreBeside['interval'] } | undefined,
): ScoreBeside | null {
  return found === undefined || found.score === null ? null : { score: found.score, interval: found.interval };
}

/** Pages and READMEs, as they stand now: what a visitor reads first. */
const FRONT = ['page', 'readme', 'site'];
/** A heading is no sentence; neither is a badge or a menu. */
const LEAST_WORDS = 4;

async function firstSentence(store: Store, productId: string): Promise<EvidenceBeside['firstSentence']> {
  const newest = new Map<
    string,
    { readonly id: string; readonly text: string; readonly where: string; readonly rank: number }
  >();
  for await (const rows of store.read.stream(productId, 'documents')) {
    for (const { id, type, body, url, title, threadId, externalId } of rows) {
      const rank = FRONT.indexOf(type);
      if (rank < 0 || body === null) continue;
      const where = url ?? threadId ?? title ?? externalId;
      newest.set(`${type} ${where}`, { id, text: body, where, rank });
    }
  }
  const front = [...newest.values()].toSorted(
    (a, b) => a.rank - b.rank || a.where.length - b.where.length || (a.where < b.where ? -1 : 1),
  );
  for (const { id, text, where } of front) {
    const found = sentencesOf(unitsOf(text)).find(
      (sentence) => contentWords(sentence).size >= LEAST_WORDS && /[.!?]$/.test(sentence),
    );
    if (found !== undefined) return { text: found, evidence: id, where };
  }
  return null;
}
