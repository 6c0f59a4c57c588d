/** Which of the six usual sections a heading or label opens, by the beginnings of its words. */

export type Section = 'added' | 'changed' | 'fixed' | 'removed' | 'deprecated' | 'security';

/** In this order: "Security fixes" is security, "Bug fixes and improvements" is fixed, "New features and changes" added. */
const BEGINNINGS: readonly (readonly [Section, RegExp])[] = [
  ['security', /^(?:secur|vulnerab|cves?$)/],
  ['deprecated', /^deprecat/],
  ['removed', /^(?:remov|dropped$|delet)/],
  ['fixed', /^(?:fix|bug|hotfix)/],
  ['added', /^(?:add(?:s|ed|ing|itions?)?$|new$|feat(?:ures?)?$)/],
  ['changed', /^(?:chang|break|improv|perf(?:ormance)?$|enhanc|updat|upgrad|modif)/],
];

/** Longer than this it is a sentence. */
const MOST_WORDS = 7;

export function sectionOf(heading: string): Section | null {
  const words =
    heading
      .slice(0, 200)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  for (const [section, beginning] of BEGINNINGS) if (words.some((word) => beginning.test(word))) return section;
  return null;
}

/** `Fix: …`, `[Added] …`, `feat(ui): …`: a line that names its own section. Verbs without a mark are left unread. */
export function sectionOfLine(line: string): Section | null {
  const match = /^\W{0,4}([A-Za-z]{3,12})(?:\([^)]{0,60}\))?!?(?::|\]|\*\*:?) /.exec(line.slice(0, 120));
  return match ? sectionOf(match[1] as string) : null;
}
