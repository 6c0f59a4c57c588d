/** The languages of the form, one file each: a new one is a file and a line here. */
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import type { FormWords } from './words.ts';

export const LANGUAGES: readonly FormWords[] = [en, de, es, fr, it, pt];

/** What was chosen; else the first that the browser asks for and we have; else English. */
export function languageOf(chosen: string | null | undefined, accepted: string | undefined): FormWords {
  const wished = [chosen ?? '', ...(accepted ?? '').slice(0, 500).split(',')].map((one) =>
    one.trim().toLowerCase().slice(0, 2),
  );
  for (const code of wished) {
    const found = LANGUAGES.find((language) => language.code === code);
    if (found) return found;
  }
  return en;
}
