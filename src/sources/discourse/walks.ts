/** The walk through a forum: topics by when they were last written to, oldest first, each with all its posts. */
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import { countIn, type Fields, fieldsIn, isFields, listIn, textIn, timeIn } from '../fields.ts';
import type { LivePlan, LiveState, Outlook, Piece, Walk } from '../live-gather.ts';
import { sideBySide } from '../live-list.ts';
import type { Manners } from '../patient-calls.ts';
import { type Forum, originOf } from './forum.ts';
import { rowsOf } from './topic.ts';

/** Topics cost a call each and more: a stop loses no more than these. */
const PIECE = 15;
/** Posts that are asked for at once; the first twenty come with the topic. */
const POSTS = 50;
/** A list has thirty topics a page: nobody has so many. */
const MOST_PAGES = 20_000;

const RAISES = 'A forum tells its own limits; DISCOURSE_USER_API_KEY may raise them.';

const MANNERS: Manners = {
  headers: { accept: 'application/json' },
  answers: [],
  // What stands before a forum may refuse in its place; a topic that is hidden does not say when to come again.
  isLimit: ({ status, headers }) => status === 429 || (status === 403 && headers['retry-after'] !== undefined),
  resetOf: () => null,
  refusalOf(status, name) {
    const access = 'set DISCOURSE_URL to its address and DISCOURSE_USER_API_KEY to a key with the scope read';
    if (status === 404) return new BifocalError('NOT_PUBLIC', { source: name, access });
    const cause = status === 403 ? 'it shows this to those who sign in (HTTP 403)' : `it answered HTTP ${status}`;
    return new BifocalError('SOURCE_REFUSED', { source: name, cause });
  },
};

export interface ForumState extends LiveState {
  /** Topics that were last written to before it are known (ms UTC), and of that very moment those in `edge`. */
  readonly since: number;
  readonly edge: readonly number[];
}

const START: ForumState = { version: 1, step: 'topics', began: null, anew: true, since: 0, edge: [] };

interface Listed {
  readonly id: number;
  readonly at: number;
}

type Calls = Pick<Walk, 'calls'>;

export class ForumWalks {
  readonly #forum: Forum;

  constructor(forum: Forum) {
    this.#forum = forum;
  }

  get plan(): LivePlan<ForumState> {
    const { host } = this.#forum;
    const origin = originOf(this.#forum);
    return {
      ...{ source: 'discourse', name: host, manners: MANNERS, raises: RAISES, start: START },
      look: (walk, state) => this.#look(walk, state),
      steps: [['topics', (walk, state) => this.#topics(walk, state)]],
      replaces: ['discussion', 'comment'].map((type) => ({ origin, type })),
      finish: (state) => state,
      knownUntil: ({ since }) => since,
    };
  }

  async #look({ calls }: Calls, { anew, began }: ForumState): Promise<Outlook> {
    const { value, at } = await calls.ask(`${this.#forum.site}/about.json`);
    const about = fieldsIn(value, 'about');
    const stats = fieldsIn(about, 'stats');
    const topics = countIn(stats, 'topics_count') ?? countIn(stats, 'topic_count');
    const product = { name: textIn(about, 'title') ?? this.#forum.host, kind: 'product' };
    if (!anew || began !== null) return { at, sentence: null, product };
    const { host, category } = this.#forum;
    const many = topics === null ? 'how many topics there are is not told' : `${thousands(topics)} topics`;
    const minutes =
      topics === null ? '' : ` About ${thousands(Math.ceil((topics * 1.2) / 60))} min at a call or two each.`;
    const part = category === null ? '' : ' in all its categories';
    return {
      at,
      sentence: `${host}: ${many}${part}.${minutes} Ctrl-C stops it; the next gather goes on from there.`,
      product,
    };
  }

  async *#topics(walk: Walk, start: ForumState): AsyncGenerator<Piece<ForumState>> {
    let state = start;
    const wanted = await this.#listed(walk, state);
    for (let at = 0; at < wanted.length; at += PIECE) {
      const some = wanted.slice(at, at + PIECE);
      const items = await sideBySide(some, (one) => this.#topic(walk, one.id), 2);
      const since = some.at(-1)?.at ?? state.since;
      const there = some.flatMap((one) => (one.at === since ? one.id : []));
      const edge = since === state.since ? [...new Set([...state.edge, ...there])] : there;
      state = { ...state, since, edge: edge.sort((one, other) => one - other) };
      walk.progress('topics and posts', at + some.length, wanted.length);
      yield { items: items.flat(), state };
    }
    yield { items: [], state: { ...state, step: 'done' } };
  }

  /** Down from the newest to what is known; then oldest first, so that a stop leaves no gap. */
  async #listed(walk: Walk, { since, edge }: ForumState): Promise<Listed[]> {
    const { site, category } = this.#forum;
    const list = category === null ? `${site}/latest.json` : `${site}/c/${category}/l/latest.json`;
    const known = new Set(edge);
    const found = new Map<number, Listed>();
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { value } = await walk.calls.ask(`${list}?order=activity&page=${page}`);
      const topics = objectsIn(fieldsIn(value, 'topic_list'), 'topics');
      let older = false;
      for (const topic of topics) {
        const id = countIn(topic, 'id');
        const at = timeIn(topic, 'bumped_at') ?? timeIn(topic, 'created_at');
        if (id === null || at === null) continue;
        // Pinned ones stand first, however old they are.
        older ||= at < since && topic.pinned !== true && topic.pinned_globally !== true;
        if (at > since || (at === since && !known.has(id))) found.set(id, { id, at });
      }
      walk.progress('lists of topics', page + 1, null);
      if (older || topics.length === 0 || textIn(fieldsIn(value, 'topic_list'), 'more_topics_url') === null) break;
    }
    return [...found.values()].sort((one, other) => one.at - other.at || one.id - other.id);
  }

  async #topic({ calls }: Walk, id: number) {
    const { site } = this.#forum;
    // Deleted or hidden since it was listed.
    const { value } = await calls.ask(`${site}/t/${id}.json`, { answers: [403, 404, 410] });
    if (!isFields(value)) return [];
    const stream = fieldsIn(value, 'post_stream');
    const posts = [...objectsIn(stream, 'posts')];
    const there = new Set(posts.map((post) => post.id));
    const rest = (stream === null ? [] : (listIn(stream, 'stream') ?? [])).filter(
      (post) => typeof post === 'number' && !there.has(post),
    );
    for (let at = 0; at < rest.length; at += POSTS) {
      const query = rest
        .slice(at, at + POSTS)
        .map((post) => `post_ids[]=${post}`)
        .join('&');
      const more = await calls.ask(`${site}/t/${id}/posts.json?${query}`);
      posts.push(...objectsIn(fieldsIn(more.value, 'post_stream'), 'posts'));
    }
    return rowsOf(this.#forum, value, posts);
  }
}

function objectsIn(fields: Fields | null, name: string): readonly Fields[] {
  return fields === null ? [] : (listIn(fields, name) ?? []).filter(isFields);
}
