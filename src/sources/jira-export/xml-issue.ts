/** One item of Jira's XML to rows of evidence. Pure. */
import type { Author, Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import type { Made } from '../export-format.ts';
import { feedTime } from '../feed/dates.ts';
import { originOf, placeOfAddress, spaceOf } from '../jira/place.ts';
import { htmlWords } from '../mail/html-words.ts';
import { timeOf } from '../table/times.ts';
import { elementsIn, textOf, type XmlElement } from '../xml.ts';
import { isOwnWork, isSettled } from './words.ts';

const LONGEST_BODY = 65_536;

interface Named {
  readonly origin: string;
  /** Where its handles are unique. */
  readonly space: string;
  readonly site: string | null;
}

/** Which Jira and which project, by the address of the issue; null where it has none. */
export function placeIn(item: XmlElement): Named | null {
  const place = placeOfAddress(wordsIn(item, 'link') ?? '');
  return place === null ? null : { origin: originOf(place), space: spaceOf(place), site: place.site };
}

/** Null where it is the makers' own work. */
export function issueRows(item: XmlElement, unnamed: string): Made | null {
  const key = wordsIn(item, 'key');
  const at = timeIn(item, 'created');
  if (key === null) return { reason: 'it has no key' };
  if (at === null) return { reason: 'it has no time that can be read' };
  if (isOwnWork(wordsIn(item, 'type')) || childOf(item, 'parent') !== null) return null;
  const named = placeIn(item) ?? { origin: unnamed, space: unnamed, site: null };
  const title = wordsIn(item, 'summary');
  const body = proseIn(childOf(item, 'description'));
  if (title === null && body === null) return { reason: 'it has no text' };
  const said = childrenOf(childOf(item, 'comments'), 'comment');
  const replies = said.flatMap((one) => replyOf(one, key, named) ?? []);
  const url = named.site === null ? null : `${named.site}/browse/${key}`;
  const changedAt = timeIn(item, 'updated');
  const feedback: Gathered = {
    ...{ kind: 'feedback', type: 'issue', origin: named.origin, externalId: key, threadId: key, at, title, body, url },
    author: personOf(childOf(item, 'reporter'), named.space),
    version: wordsIn(item, 'version'),
    ...(changedAt !== null && { changedAt }),
    data: { ...standingOf(item), comments: said.length, commentsSeen: replies.length },
  };
  return { items: [feedback, ...replies] };
}

function standingOf(item: XmlElement): JsonObject {
  const resolution = wordsIn(item, 'resolution');
  const category = childOf(item, 'statusCategory')?.attributes.get('key') ?? null;
  const closedAt = timeIn(item, 'resolved');
  const closed = closedAt !== null || isSettled(resolution, category ?? wordsIn(item, 'status'));
  const labels = [
    ...childrenOf(childOf(item, 'labels'), 'label').flatMap((one) => textOf(one).trim() || []),
    ...childrenOf(item, 'component').flatMap((one) => textOf(one).trim() || []),
  ];
  const fixVersions = childrenOf(item, 'fixVersion').map((one) => ({ name: textOf(one).trim(), at: null }));
  const duplicateOf = duplicateIn(item);
  const votes = Number(wordsIn(item, 'votes') ?? Number.NaN);
  return {
    ...{ state: closed ? 'closed' : 'open', closedAt: closed ? closedAt : null },
    ...(closed && resolution !== null && { reason: resolution }),
    ...(labels.length > 0 && { labels: [...new Set(labels)] }),
    ...(Number.isSafeInteger(votes) && votes >= 0 && { votes }),
    ...(fixVersions.length > 0 && { fixVersions }),
    ...(duplicateOf !== null && { duplicateOf }),
  };
}

/** Null for what was written for a group or a role alone. */
function replyOf(comment: XmlElement, key: string, { origin, space, site }: Named): Gathered | null {
  const { attributes } = comment;
  const written = attributes.get('created') ?? '';
  const at = momentOf(written);
  const body = proseIn(comment);
  if (at === null || body === null || attributes.get('grouplevel') || attributes.get('rolelevel')) return null;
  const handle = attributes.get('author')?.trim() || null;
  const id = attributes.get('id') ?? idOf(key, written, handle ?? '', body);
  return {
    ...{ kind: 'reply', type: 'comment', origin, externalId: `comment/${id}`, threadId: key, at, body },
    author: handle === null ? null : { space, handle },
    ...(site !== null && { url: `${site}/browse/${key}?focusedCommentId=${id}` }),
  };
}

/** The cloud names people by account, a server by name; −1 is nobody. */
function personOf(person: XmlElement | null, space: string): Author | null {
  const handle = person?.attributes.get('accountid') ?? person?.attributes.get('username') ?? '';
  return handle === '' || handle === '-1' ? null : { space, handle };
}

function duplicateIn(item: XmlElement): string | null {
  for (const type of childrenOf(childOf(item, 'issuelinks'), 'issuelinktype')) {
    for (const out of childrenOf(type, 'outwardlinks')) {
      if (!/^duplicates$/i.test(out.attributes.get('description') ?? '')) continue;
      const [link] = childrenOf(out, 'issuelink');
      const key = link === undefined ? null : wordsIn(link, 'issuekey');
      if (key !== null) return key;
    }
  }
  return null;
}

function proseIn(element: XmlElement | null): string | null {
  if (element === null) return null;
  const words = htmlWords(textOf(element));
  return words === '' ? null : cutText(words, LONGEST_BODY);
}

/** `Thu, 5 Jan 2026 10:00:00 +0000`, or as its administrators write times. */
function momentOf(written: string): number | null {
  return feedTime(written) ?? timeOf(written, 'day-first');
}

function timeIn(item: XmlElement, name: string): number | null {
  const written = wordsIn(item, name);
  return written === null ? null : momentOf(written);
}

function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return element === null ? [] : elementsIn(element).filter(({ local }) => local === name);
}

function childOf(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element, name)[0] ?? null;
}

function wordsIn(element: XmlElement, name: string): string | null {
  const child = childOf(element, name);
  return child === null ? null : textOf(child).trim() || null;
}
