/** A topic with its posts, as a forum gives it, to rows of evidence. Pure. */
import { isBot } from '#core/bots.ts';
import type { Author, Gathered } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import { countIn, type Fields, isFields, listIn, textIn, timeIn } from '../fields.ts';
import { htmlWords } from '../mail/html-words.ts';
import { type Forum, originOf } from './forum.ts';

/** A forum's own limit is 32,000 characters unless it is changed. */
const LONGEST_BODY = 65_536;
/** Posts of people; 2 and 3 are what moderators did, 4 is told to colleagues alone. */
const REGULAR = 1;
/** Of what may be done to a post, the hearts. */
const LIKE = 2;

export function rowsOf(forum: Forum, topic: Fields, posts: readonly Fields[]): Gathered[] {
  const said = [...new Map(posts.map((post) => [countIn(post, 'id'), post])).values()]
    .filter((post) => (countIn(post, 'post_type') ?? REGULAR) === REGULAR && !isGone(post))
    .sort((one, other) => (countIn(one, 'post_number') ?? 0) - (countIn(other, 'post_number') ?? 0));
  const id = countIn(topic, 'id');
  const [first] = said;
  const at = timeIn(topic, 'created_at') ?? timeIn(first ?? null, 'created_at');
  if (id === null || at === null || first === undefined || countIn(first, 'post_number') !== 1) return [];
  const replies = said.slice(1).flatMap((post) => replyRow(forum, id, post) ?? []);
  const closed = topic.closed === true || topic.archived === true;
  return [
    {
      ...{
        kind: 'feedback',
        type: 'discussion',
        origin: originOf(forum),
        externalId: `topic/${id}`,
        threadId: String(id),
      },
      ...{ author: authorOf(forum, first), at, title: textIn(topic, 'title'), body: bodyOf(first) },
      url: `${forum.site}/t/${textIn(topic, 'slug') ?? '-'}/${id}`,
      data: {
        ...{
          labels: labelsIn(topic),
          state: closed ? 'closed' : 'open',
          closedAt: null,
          side: sideOf(first),
          votes: likesOf(first),
        },
        ...{ comments: replies.length, commentsSeen: replies.length },
        ...(said.some((post) => post.accepted_answer === true) && { solved: 1 }),
      },
    },
    ...replies,
  ];
}

/** Hidden by moderators, or deleted: a forum then gives a sentence of its own in place of what was written. */
function isGone(post: Fields): boolean {
  return post.hidden === true || post.user_deleted === true || textIn(post, 'deleted_at') !== null;
}

function replyRow(forum: Forum, topic: number, post: Fields): Gathered | null {
  const id = countIn(post, 'id');
  const at = timeIn(post, 'created_at');
  if (id === null || at === null) return null;
  const changedAt = timeIn(post, 'updated_at');
  return {
    ...{ kind: 'reply', type: 'comment', origin: originOf(forum), externalId: `post/${id}`, threadId: String(topic) },
    ...{ author: authorOf(forum, post), at, body: bodyOf(post), url: `${forum.site}/p/${id}` },
    ...(changedAt !== null && { changedAt }),
    data: { side: sideOf(post), votes: likesOf(post), ...(post.accepted_answer === true && { answer: 1 }) },
  };
}

function authorOf({ host }: Forum, post: Fields): Author | null {
  const handle = textIn(post, 'username');
  return handle === null || handle === '' ? null : { space: host, handle };
}

/** Staff and moderators answer for the makers; `system` has the number −1 everywhere. */
function sideOf(post: Fields): 'maker' | 'outsider' | 'bot' {
  const handle = textIn(post, 'username') ?? '';
  if (handle === 'system' || handle === 'discobot' || isBot(null, handle)) return 'bot';
  return post.staff === true || post.admin === true || post.moderator === true ? 'maker' : 'outsider';
}

function likesOf(post: Fields): number {
  const like = (listIn(post, 'actions_summary') ?? []).filter(isFields).find((one) => one.id === LIKE);
  return countIn(like ?? null, 'count') ?? 0;
}

function labelsIn(topic: Fields): string[] {
  const names = (listIn(topic, 'tags') ?? []).flatMap((tag) =>
    typeof tag === 'string' ? tag : isFields(tag) ? (textIn(tag, 'name') ?? []) : [],
  );
  return names.map((name) => cutText(name, 200));
}

/** As it was written, where the forum gives that; else the words of the page, quotes left out. */
function bodyOf(post: Fields): string | null {
  const raw = textIn(post, 'raw');
  const cooked = textIn(post, 'cooked');
  const text = raw ?? (cooked === null ? null : htmlWords(cutText(cooked, 4 * LONGEST_BODY)));
  return text === null ? null : cutText(text, LONGEST_BODY);
}
