/** What a simulated company's customers say, as texts: a tracker's threads as evidence files, its reviews as a table. */
import { PRAISE } from '#facts/rules/phrases.ts';
import type { Reply, Thread } from '#facts/voice-values.ts';
import type { Row } from '../../evidence-folder.ts';
import { END, type WorldFacts } from '../world.ts';
import { ask, nod, reason, review } from './sentences.ts';

/** Letters from which a reply can be a reason. */
const LONG = 100;
const MAKER = 0;

export interface WrittenVoices {
  readonly tracker: readonly Row[];
  /** A table as a shop exports it. */
  readonly reviews: string;
  /** The threads as they must come back. */
  readonly threads: WorldFacts['threads'];
}

export function voicesOf({ threads }: WorldFacts): WrittenVoices {
  // A table of reviews does not say on which side its authors stand: they count where stars and words do, not as voices.
  const all = threads.all.map((thread) => {
    const side = thread.kind === 'review' ? ('unknown' as const) : thread.side;
    // A tracker names the version of what is out; work that is not out yet is not told.
    return { ...thread, side, replies: withTold(thread), links: thread.shipped === null ? [] : thread.links };
  });
  let said = 0;
  const tracker = all.flatMap((thread, number) => {
    if (thread.kind !== 'issue') return [];
    const original = all[thread.closed?.original ?? -1]?.id;
    return rowsOf(thread, { number, original, next: () => said++ });
  });
  const reviews = all.filter(({ kind }) => kind === 'review').map(rowOfReview);
  return {
    tracker,
    reviews: `id,stars,review,user,submitted\n${reviews.join('\n')}\n`,
    threads: { ...threads, all },
  };
}

/** Whoever was told was told by a reply that names the version. */
function withTold({ id, replies, told }: Thread): readonly Reply[] {
  if (told === null) return replies;
  const reply = { id: told.evidence, at: told.at, person: MAKER, side: 'maker' as const, templated: false };
  const more = { ...reply, letters: LETTERS_OF_TOLD, versions: ['1.0.0'], duplicates: [], wording: 0, thread: id };
  return [...replies, more].sort((a, b) => a.at - b.at);
}
const LETTERS_OF_TOLD = 40;

interface Told {
  readonly number: number;
  /** The ask that it is said to repeat. */
  readonly original: string | undefined;
  /** Numbers what is said, so that wordings take turns. */
  next(): number;
}

function rowsOf(thread: Thread, { number, original, next }: Told): Row[] {
  const { id, at, asker, replies, closed, shipped } = thread;
  const own = { threadId: id, author: { space: 'shop.example', handle: `p${asker}` } };
  const state = closed === null ? { state: 'open' } : { state: 'closed', closedAt: Math.floor(closed.at) };
  const data = {
    ...{ side: 'outsider', comments: replies.length, commentsSeen: replies.length, ...state },
    ...(original !== undefined && { duplicateOf: original }),
    ...(shipped && { fixVersions: [{ name: shipped.version, at: Math.ceil(shipped.at) }] }),
  };
  const asked = {
    kind: 'feedback',
    type: 'issue',
    externalId: id,
    at: iso(at),
    ...own,
    ...ask(number),
    lang: 'en',
    data,
  };
  const answers = replies.map((reply, turn): Row => {
    const of = next();
    const body =
      reply.versions.length > 0 ? `This is out in 1.0.0 now. ${nod(of)}` : reply.letters > LONG ? reason(of) : nod(of);
    const by = { author: { space: 'shop.example', handle: reply.person === MAKER ? 'ines' : `p${reply.person}` } };
    return {
      kind: 'reply',
      type: 'comment',
      externalId: `${id}-${turn}`,
      threadId: id,
      at: iso(reply.at),
      ...by,
      body,
      lang: 'en',
      data: { side: reply.side },
    };
  });
  const shut = closed && {
    ...{ kind: 'event', type: 'closed', externalId: `${id}-closed`, threadId: id, at: iso(closed.at) },
    author: { space: 'shop.example', handle: closed.by === MAKER ? 'ines' : `p${closed.by}` },
    data: { side: closed.side },
  };
  return [asked, ...answers, ...(shut ? [shut] : [])];
}

function rowOfReview({ id, at, asker, stars, wording }: Thread, number: number): string {
  const tone = wording === 0 ? 'plain' : wording === PRAISE ? 'praise' : 'leaving';
  return `${id},${stars},"${review(tone, number)}",r${asker},${iso(at)}`;
}

function iso(at: number): string {
  return new Date(Math.min(at, END)).toISOString();
}
