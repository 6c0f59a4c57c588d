/** The words of a claim that can be looked for in what shipped and in what people say: stems, without praise and filler. */
import { PUFFERY } from '#language/claims/classes.ts';
import { Stems, wordsOf } from '#language/words.ts';

const stems = new Stems();

/** Words that say nothing of what is claimed, and those that every change shares. */
const FILLER = new Set(
  wordsOf(
    'a an and any are as at be been but by can could do does each every for from get gets give gives go has have help helps how if in including into is it its just keep keeps let lets like make makes many more most much no not of on one only or other our out over own per so such support supported supports supporting take takes than that the their them then there these they this to too up us use used user users uses using very via was we what when where which while who will with within without work works you your new add adds added allow allows available based both come comes create easily even first here include includes also all now need needs never provide provides run runs running set simple simply way well thing things feature features option options etc different various tool tools project fully full between across built build builds code',
  ).map((word) => stems.of(word)),
);

export function termsOf(text: string, names: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    if (names.has(word) || (word.length < 3 && !/\d/.test(word)) || PUFFERY.test(word)) continue;
    const stem = stems.of(word);
    if (!FILLER.has(stem)) terms.add(stem);
  }
  return terms;
}

/** Code, inner capitals, figures: such a word is a name wherever it stands. */
const NAME = /`[^`\n]{2,60}`|(?<![\p{L}\p{N}])[\p{L}\p{N}_.+-]*(?:\p{N}|\p{Ll}\p{Lu}|\p{Lu}{2})[\p{L}\p{N}_.+-]*/gu;
/** A capital after a small word; in a title every word begins large. */
const CAPITAL = /(?<=\p{Ll}{1,20}[,;]? )\p{Lu}\p{Ll}[\p{L}\p{N}]+/gu;

/** Those of a claim's words that name something: another word may stand there in any sense. */
export function namingTermsOf(text: string, names: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const naming = [...text.matchAll(NAME), ...text.matchAll(CAPITAL)].map(([word]) => word);
  return termsOf(naming.join(' '), names);
}

/** A path's own words: `src/export-json.ts` is of `export` and `json`. */
export function termsOfPath(path: string): ReadonlySet<string> {
  const name = (path.split('/').at(-1) ?? path).replace(/\.[\w.]{1,12}$/, '');
  return termsOf(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' '));
}
