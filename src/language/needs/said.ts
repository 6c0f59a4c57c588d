/** One piece of feedback as needs are found in it, and its words without what no author said. */
import { cleaned } from '../clean/clean.ts';
import { learnTemplate, NO_TEMPLATE, type Template, templateOf } from '../clean/templates.ts';
import { titled } from '../vectors/vocabulary.ts';

export interface Said {
  /** Of the evidence. */
  readonly id: string;
  /** The place that it is from: forms are learned by place. */
  readonly origin: string;
  readonly at: number;
  readonly title: string | null;
  readonly body: string | null;
}

/** Lines of forms by place; kept, so that later texts are cleaned as those before them. */
export type Forms = ReadonlyMap<string, readonly string[]>;

export function formsOf(all: readonly Said[]): Forms {
  const places = Map.groupBy(all, ({ origin }) => origin);
  return new Map([...places].map(([origin, own]) => [origin, learnTemplate(own.map(({ body }) => body ?? '')).lines]));
}

export function textsOf(all: readonly Said[], forms: Forms): string[] {
  const templates = new Map<string, Template>([...forms].map(([origin, lines]) => [origin, templateOf(lines)]));
  return all.map(({ origin, title, body }) => {
    const words = body === null ? '' : ownWords(body, templates.get(origin) ?? NO_TEMPLATE);
    return title === null ? words : titled(title, words);
  });
}

/** A text of nothing but lines that recur is no empty form: many people gave the same short answer. */
function ownWords(body: string, template: Template): string {
  const words = cleaned(body, template);
  return words === '' ? cleaned(body) : words;
}

/** 32 bits of what was said: tells whether a text is still the one that was placed. FNV-1a. */
export function printOf({ title, body }: Pick<Said, 'title' | 'body'>): number {
  let print = 0x811c9dc5;
  for (const text of [title ?? '', '\u001f', body ?? '']) {
    for (let at = 0; at < text.length; at += 1) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  }
  return print >>> 0;
}
