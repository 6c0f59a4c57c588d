/** JSON Feed, versions 1 and 1.1 (jsonfeed.org), to entries. Pure. */
import { fieldsIn, isFields, listIn, textIn } from '../fields.ts';
import { htmlWords } from '../mail/html-words.ts';
import { feedTime } from './dates.ts';
import { addressOf, type Entry, type Feed, MOST_ENTRIES, wordsIn } from './entry.ts';

/** Null where it is no JSON Feed. */
export function readJsonFeed(text: string, at: string | null): Feed | { readonly flaw: string } | null {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return { flaw: 'it is cut off or is no JSON' };
  }
  if (!isFields(told) || !/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/.test(textIn(told, 'version') ?? '')) {
    return null;
  }
  const home = addressOf(textIn(told, 'home_page_url'), [at]);
  const own = addressOf(textIn(told, 'feed_url'), [at]) ?? home;
  const lang = textIn(told, 'language');
  const items = (listIn(told, 'items') ?? []).slice(0, MOST_ENTRIES);
  const entries = items.map((item, place): Entry => {
    const fields = isFields(item) ? item : {};
    const id = typeof fields.id === 'number' ? String(fields.id) : textIn(fields, 'id');
    const html = textIn(fields, 'content_html');
    const plain = textIn(fields, 'content_text') ?? (html === null ? textIn(fields, 'summary') : null);
    const author = [...(listIn(fields, 'authors') ?? []), fieldsIn(fields, 'author')].find(isFields) ?? null;
    const mail = /^mailto:([^?]{3,250})/.exec(textIn(author, 'url') ?? '')?.[1] ?? null;
    return {
      ...{ id: id?.trim() || null, row: place + 1, title: wordsIn(textIn(fields, 'title')) },
      body: plain?.trim() || (html === null ? null : htmlWords(html) || null),
      at: feedTime(textIn(fields, 'date_published')) ?? feedTime(textIn(fields, 'date_modified')),
      changedAt: feedTime(textIn(fields, 'date_modified')),
      url: addressOf(textIn(fields, 'url') ?? textIn(fields, 'external_url'), [own, home, at]),
      author: author === null ? null : { name: wordsIn(textIn(author, 'name')), email: mail },
      labels: (listIn(fields, 'tags') ?? []).filter((tag) => typeof tag === 'string'),
      lang: textIn(fields, 'language') ?? lang,
    };
  });
  return { form: 'JSON Feed', title: wordsIn(textIn(told, 'title')), own, entries };
}
