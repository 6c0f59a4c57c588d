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
  /\b(?:dual|or|either|both|except|third[- ]party|part|parts|files?|docs?|documentation|logo|fonts?|icons?|images?|other|before|prior|plugins?|enterprise|commercial|based on|from|contribut\w+|code-?base|own|original\w*)\b/i;

export function licenceStated(said: string, { files }: Beside): Stated[] {
  if (!/licen[cs]/i.test(said) || PARTLY.test(said)) return [];
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
