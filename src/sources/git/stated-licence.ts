/** Under which licence it is given, against the text of its licence. Pure. */
import type { Beside, Stated } from './stated.ts';

const LICENCES: readonly (readonly [name: string, said: string, text: RegExp])[] = [
  ['MIT', 'MIT', /permission is hereby granted, free of charge, to any person/i],
  ['Apache 2.0', 'Apache(?:[ -]2(?:\\.0)?)?', /apache license,?\s+version 2\.0/i],
  ['BSD', '(?:[23][- ]clause )?BSD', /redistribution and use in source and binary forms/i],
  ['AGPL', '(?:GNU )?A(?:ffero )?GPL', /affero general public license/i],
  ['LGPL', '(?:GNU )?LGPL', /lesser general public license/i],
  ['GPL', '(?:GNU )?GPL', /gnu general public license/i],
  ['MPL', 'MPL|Mozilla Public', /mozilla public license/i],
  ['ISC', 'ISC', /permission to use, copy, modify, and(?:\/or)? distribute this software for any/i],
];
/** Of a part, of another, or of several at once nothing can be told. */
const PARTLY =
  /\b(?:dual|3rd-?party|copy of|or|either|both|except|third[- ]party|part|parts|files?|docs?|documentation|logo|fonts?|icons?|images?|other|before|prior|plugins?|enterprise|commercial|based on|from|contribut\w+|code-?base|own|original\w*)\b/i;

/** `pdf.js is distributed under …`: of whom it is said. */
const SUBJECT =
  /^\W{0,6}([\p{L}\p{N}][\p{L}\p{N}.@ _-]{1,40}?)[`*\])]{0,3}\s{1,3}(?:is|are)\s{1,3}(?:\w{1,12}\s{1,3}){0,2}(?:distributed|licen[cs]ed|released|available|provided|published|covered|under)\b/iu;
const ITSELF =
  /^(?:it|this|these|the (?:project|software|library|package|code|source|program|framework|app\w*|work))\b/i;

/** `name` is how the page begins, where the product's name stands. */
export function licenceStated(whole: string, name: string, { files }: Beside): Stated[] {
  const said = whole.replace(/https?:\/\/\S{1,300}/g, ' ');
  // A row of a table, and a line with another's address, are about others.
  if (!/licen[cs]/i.test(said) || PARTLY.test(said) || /\||\b\w+\.\w+\/\w/.test(said)) return [];
  const subject = SUBJECT.exec(said)?.[1];
  if (subject !== undefined && !ITSELF.test(subject) && !name.toLowerCase().includes(subject.toLowerCase())) return [];
  const named = LICENCES.filter(([, name]) =>
    new RegExp(
      `(?:licen[cs]ed?|licen[cs]ed under|under|:)\\W{1,6}(?:the |a |an )?\\W{0,3}(?:${name})(?![\\w-])|\\b(?:${name})\\W{0,3} licen[cs]`,
      'i',
    ).test(said),
  );
  const [one] = named;
  if (one === undefined || named.length > 1) return [];
  const texts = [...files].filter(([path]) => /^(?:un)?licen[cs]e|^copying/i.test(path));
  const [first] = texts;
  // Several texts are several licences.
  if (first === undefined || texts.length > 1) return [];
  const [file, text] = first;
  // The GPL speaks of others further down: the first that is named is the text's own.
  const [other] = LICENCES.filter(([, , is]) => is.test(text)).sort(
    ([, , a], [, , b]) => text.search(a) - text.search(b),
  );
  if (other === undefined || one[2].test(text)) return [];
  const holds = (other[2].exec(text) as RegExpExecArray)[0].replace(/\s+/g, ' ');
  return [{ says: one[0], file, holds, agrees: (then) => one[2].test(then), onceRight: false }];
}
