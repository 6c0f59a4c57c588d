/** Who asked for what shipped: what they were told, and a draft for those who were not. */
import { draftNote } from '#bridge/draft-note.ts';
import { BifocalError } from '#core/errors.ts';
import type { Channel, Tell, TellState } from '#core/tell.ts';
import { instantOf } from '#core/time.ts';
import { onDay } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import type { Store } from '#store/store.ts';
import { firstWords } from './first-words.ts';
import { factsNow } from './links.ts';

export interface TellsTold {
  /** Newest release first; in it those who waited longest. */
  readonly all: readonly Tell[];
  /** Why nobody can be told anything; null where somebody asked. */
  readonly because: string | null;
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  issue: 'issue',
  ticket: 'letter',
  email: 'letter',
  mail: 'letter',
  letter: 'letter',
  review: 'review',
  topic: 'forum',
  discussion: 'forum',
  answer: 'survey',
  survey: 'survey',
  post: 'post',
};

const PIECE = 1_000;

export async function tellsOf(store: Store, productId: string): Promise<TellsTold> {
  const { releases, threads } = await factsNow(store, productId, ['releases', 'threads']);
  const carried = threads.all.filter(
    ({ shipped, side }) => shipped !== null && shipped.release >= 0 && side !== 'maker' && side !== 'bot',
  );
  const words = await wordsOf(store, productId, carried);
  const sent = new Map((await store.tells.list(productId)).map((one) => [`${one.about} ${one.ask}`, one]));
  const all = carried.map((thread): Tell => {
    const { id, at, asker, told, shipped, kind } = thread;
    const { release = -1, p = 1 } = shipped ?? {};
    const { version = '', at: releasedAt = 0 } = releases.all[release] ?? {};
    const { text = '', url = null } = words.get(id) ?? {};
    const channel = CHANNELS[kind] ?? 'issue';
    const mark = sent.get(`${version} ${id}`);
    const state: TellState = told !== null ? 'told' : mark === undefined ? 'untold' : 'sent';
    const days = { askedOn: onDay(at), releasedOn: onDay(releasedAt) };
    return {
      ...{ ask: id, release: version, releasedAt: instantOf(releasedAt), channel, text, url, askedAt: instantOf(at) },
      ...{ asker: asker < 0 ? null : asker, confidence: p, state },
      told: told && { at: instantOf(told.at), by: told.by, evidence: told.evidence },
      sent: mark === undefined ? null : { at: instantOf(mark.at), by: mark.sentBy },
      draft: draftNote({ channel, asked: text, release: version, sure: p === 1, ...days }),
    };
  });
  const newest = (a: Tell, b: Tell) =>
    b.releasedAt.localeCompare(a.releasedAt) || a.askedAt.localeCompare(b.askedAt) || (a.ask < b.ask ? -1 : 1);
  return { all: all.sort(newest), because: all.length > 0 ? null : whyNone(threads) };
}

function whyNone({ collected, linked }: { readonly collected: boolean; readonly linked: boolean }): string {
  if (!collected) return 'What people ask for was not gathered.';
  return linked ? 'No ask is known to have shipped.' : 'What shipped was not gathered beside what people ask for.';
}

/** Rejects with PIECE_NOT_FOUND where no ask begins so. */
export function tellMeant(all: readonly Tell[], ask: string): Tell {
  const found = ask.length < 4 ? [] : all.filter((one) => one.ask.startsWith(ask));
  const [one] = found;
  if (one === undefined || found.length > 1) throw new BifocalError('PIECE_NOT_FOUND', { piece: ask });
  return one;
}

/** The note was sent by a person, by hand; what they sent may differ from the draft. */
export async function markSent(store: Store, productId: string, tell: Tell, by: string | null): Promise<void> {
  const { release: about, ask, channel, draft } = tell;
  await store.tells.put(productId, { about, ask, channel, draft, state: 'sent', sentBy: by });
}

export async function unmarkSent(store: Store, productId: string, { release, ask }: Tell): Promise<void> {
  await store.tells.remove(productId, release, ask);
}

async function wordsOf(store: Store, productId: string, threads: readonly Thread[]) {
  const words = new Map<string, { text: string; url: string | null }>();
  for (let from = 0; from < threads.length; from += PIECE) {
    const ids = threads.slice(from, from + PIECE).map(({ id }) => id);
    for (const row of await store.read.evidence(productId, ids))
      words.set(row.id, { text: firstWords(row), url: row.url });
  }
  return words;
}
