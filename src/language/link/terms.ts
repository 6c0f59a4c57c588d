/** What an ask and a change are compared by: words, pairs of words, groups of letters, names out of code. */
import { cleaned } from '../clean/clean.ts';
import type { Template } from '../clean/templates.ts';
import { Stems, wordsOf } from '../words.ts';
import type { Asked, Changed } from './asked.ts';

export interface Terms {
  /** Stems of the title, or of the line that says what the change is. */
  readonly title: readonly string[];
  /** Stems of all of it, the title’s first. */
  readonly all: readonly string[];
  readonly letters: readonly string[];
  /** Names as programs write them: with a capital, a dot, a dash or a low line inside, or in quotes as code. */
  readonly names: readonly string[];
}

/** A need is told early; what comes later is logs. */
const WORDS = 150;
const RAW_CHARACTERS = 4_000;
const NAMES = 60;
const LETTERS = 4;
/** What a platform writes over a merge says nothing of what was merged; the next line does. */
const MERGE = /^merge (?:pull request|branch|remote|tag|commit|pr\b|[0-9a-f]{7,40}\b|.{0,80} into )/i;
const NAME = /[A-Za-z_$][\w$]*(?:[./-][A-Za-z_$][\w$]*)+|[a-z]+[A-Z]\w*|[A-Z]+[a-z]+[A-Z]\w*|\w+_\w+|`[^`\n]{2,60}`/g;
/** Words of every project’s messages that say nothing of what it is about. */
const EMPTY = new Set(
  'a an the and or of to in on for with from by is are was be been it its this that as at into when if not no do does did can will would should could we you i they there then than so but has have had after before up out about also only more now how what which'.split(
    ' ',
  ),
);

export class TermMaker {
  readonly #stems = new Stems();

  asked({ title, body }: Asked, template: Template): Terms {
    const own = this.#stemmed(title);
    const text = cleaned(body.slice(0, RAW_CHARACTERS), template);
    return {
      title: own,
      all: [...own, ...this.#stemmed(text).slice(0, WORDS)],
      letters: letterGroups(title),
      names: this.#names(`${title}\n${body.slice(0, RAW_CHARACTERS)}`),
    };
  }

  changed({ subject, body, paths }: Changed): Terms {
    const head = headlineOf(subject, body);
    const own = this.#stemmed(head);
    const rest = this.#stemmed(`${head === subject ? '' : subject}\n${body}`.slice(0, RAW_CHARACTERS));
    return {
      title: own,
      all: [...own, ...rest.slice(0, WORDS)],
      letters: letterGroups(head),
      names: this.#names(`${subject}\n${body.slice(0, RAW_CHARACTERS)}\n${(paths ?? []).slice(0, 50).join('\n')}`),
    };
  }

  #stemmed(text: string): string[] {
    const out: string[] = [];
    for (const word of wordsOf(text)) if (!EMPTY.has(word) && word.length > 1) out.push(this.#stems.of(word));
    return out;
  }

  #names(text: string): string[] {
    const found = new Set<string>();
    for (const [name] of text.matchAll(NAME)) {
      const plain = name.replaceAll('`', '').toLowerCase();
      found.add(plain);
      const last = plain.split(/[./]/).at(-1) ?? '';
      if (last.length > 2) found.add(last);
      if (found.size >= NAMES) break;
    }
    return [...found];
  }
}

/** The line that says what a change is. */
export function headlineOf(subject: string, body: string): string {
  if (!MERGE.test(subject)) return subject;
  const line = body.split('\n').find((one) => one.trim() !== '');
  return line === undefined ? subject : line.trim();
}

function letterGroups(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const letters = `<${word}>`;
    const count = Math.max(1, letters.length - LETTERS + 1);
    return Array.from({ length: count }, (_, at) => letters.slice(at, at + LETTERS));
  });
}
