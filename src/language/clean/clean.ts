/** From a text as it came to the words that its author said, in paragraphs: no marks, code, logs, forms or quotes. */
import { spoken } from './blocks.ts';
import { isHeading, standsAlone, withoutMarks } from './markup.ts';
import { ownWords } from './quotes.ts';
import { linesOf, NO_TEMPLATE, type Template } from './templates.ts';

/** What is beyond is not read: nobody says more at once, and a 5 MB text must not cost what 5,000 texts do. */
export const MOST_CHARACTERS = 60_000;

/** Units of sense: a paragraph with its wrapped lines joined, a heading, an item of a list. */
export function unitsOf(text: string, template: Template = NO_TEMPLATE): string[] {
  const whole = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const lines = spoken(ownWords(linesOf(withoutComments(whole))));
  const units: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') units.push(open);
    open = '';
  };
  for (const line of lines) {
    const words = line === '' || template.has(line) ? '' : withoutMarks(line);
    if (words === '') close();
    else if (standsAlone(line)) {
      close();
      open = words;
      if (isHeading(line)) close();
    } else open = open === '' ? words : `${open} ${words}`;
  }
  close();
  return units;
}

/** All of it in one string, a unit a line. */
export function cleaned(text: string, template: Template = NO_TEMPLATE): string {
  return unitsOf(text, template).join('\n');
}

/** Forms hide advice to the writer in HTML comments over several lines. An unclosed one hides nothing. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf('<!--', at);
    const to = from < 0 ? -1 : text.indexOf('-->', from + 4);
    if (to < 0) return out + text.slice(at);
    out += text.slice(at, from);
    at = to + 3;
  }
}
