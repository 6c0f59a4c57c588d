/** The tags of a repository as rows of evidence: which commit, which version, when. */
import type { Gathered } from '#core/evidence.ts';
import type { Git } from '#core/source.ts';
import { LEAP_MS } from './dates.ts';
import { TAG_FIELDS, TAGS } from './first-questions.ts';
import { authorOf, type History } from './log-rows.ts';
import { wholeTokens } from './log-tokens.ts';
import { type ReadTag, readTags } from './tags-lines.ts';

const LONGEST_MESSAGE = 20_000;
const FIRST_PLAUSIBLE = Date.UTC(1980, 0, 1);

/** A tag as git tells it. */
export interface Tag {
  readonly ref: string;
  /** What the reference itself names: a tag object, or a commit. */
  readonly object: string;
  /** Null for a tag of something that is no commit. */
  readonly commit: string | null;
  /** ms UTC; null for a tag without a date of its own. */
  readonly taggedAt: number | null;
  readonly name: string;
  readonly email: string;
  readonly message: string | null;
}

export async function readTagRefs(git: Git): Promise<Tag[]> {
  const tags: Tag[] = [];
  const nested: { at: number; object: string }[] = [];
  let fields: string[] = [];
  for await (const text of wholeTokens(git.stream(TAGS))) {
    for (const token of text.slice(0, -1).split('\0')) {
      fields.push(fields.length === 0 ? token.replace(/^\n/, '') : token);
      if (fields.length < TAG_FIELDS.length) continue;
      if (fields[3] === 'tag') nested.push({ at: tags.length, object: fields[2] as string });
      tags.push(toTag(fields));
      fields = [];
    }
  }
  return nested.length === 0 ? tags : peel(git, tags, nested);
}

function toTag(fields: readonly string[]): Tag {
  const [ref = '', type = '', object = '', innerType = '', inner = '', tagged = '', name = '', email = ''] = fields;
  const annotated = type === 'tag';
  const commit = type === 'commit' ? object : innerType === 'commit' ? inner : null;
  const message = [fields[8], fields[9]?.trimEnd()].filter(Boolean).join('\n\n').slice(0, LONGEST_MESSAGE);
  const taggedAt = tagged === '' ? null : Number(tagged) * 1000;
  return {
    ref,
    object,
    commit,
    taggedAt,
    name,
    email: email.replace(/^<|>$/g, ''),
    message: annotated && message ? message : null,
  };
}

/** Tags of tags: git tells one step only before 2.45. */
async function peel(git: Git, tags: readonly Tag[], nested: readonly { at: number; object: string }[]): Promise<Tag[]> {
  const asked = nested.map(({ object }) => `${object}^{commit}\n`).join('');
  const answers = (await git.text(['cat-file', '--batch-check=%(objectname)'], asked)).split('\n');
  const commits = new Map(nested.map(({ at }, place) => [at, answers[place] ?? '']));
  return tags.map((tag, at) => {
    const commit = commits.get(at) ?? '';
    return /^[0-9a-f]+$/.test(commit) ? { ...tag, commit } : tag;
  });
}

/** A tag with its time: the tagger's, or its commit's where the tagger's cannot be. Null when neither is known. */
export interface DatedTag extends Tag {
  readonly at: number;
  readonly mended: boolean;
}

export function dateTags(tags: readonly Tag[], { graph, dates }: Pick<History, 'graph' | 'dates'>): DatedTag[] {
  return tags.flatMap((tag) => {
    const commit = tag.commit === null ? -1 : graph.find(tag.commit);
    const committedAt = commit === -1 ? null : (dates.at[commit] as number);
    const odd = tag.taggedAt !== null && isOdd(tag.taggedAt, committedAt);
    const at = tag.taggedAt === null || odd ? committedAt : tag.taggedAt;
    return at === null ? [] : [{ ...tag, at, mended: odd }];
  });
}

function isOdd(taggedAt: number, committedAt: number | null): boolean {
  if (!(taggedAt >= FIRST_PLAUSIBLE)) return true;
  return committedAt !== null && Math.abs(taggedAt - committedAt) > LEAP_MS;
}

export function tagRows(tags: readonly DatedTag[], origin: string, product: string | null): Gathered[] {
  const named = tags.map(({ ref, at, commit }) => ({ name: shortName(ref), at, commit }));
  const read = readTags(named, product);
  return tags.map((tag, at) => tagRow(tag, read[at] as ReadTag, origin));
}

function tagRow(tag: DatedTag, read: ReadTag, origin: string): Gathered {
  const describes = read.reads === 'marker' || tag.commit === null;
  return {
    kind: 'release',
    type: 'tag',
    origin,
    externalId: tag.ref,
    author: tag.taggedAt === null ? null : authorOf(tag.name, tag.email),
    at: tag.at,
    title: shortName(tag.ref),
    body: tag.message,
    version: describes ? null : read.version,
    line: describes ? null : read.line,
    data: {
      commit: tag.commit,
      pre: read.pre ? 1 : 0,
      ...(read.reads === 'nothing' && !describes ? { unread: 1 } : {}),
      ...(describes ? { describes: 1 } : {}),
      ...(tag.mended ? { mended: 1 } : {}),
    },
  };
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/tags\//, '');
}
