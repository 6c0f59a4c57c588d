/** Tells a line of notes that tells nothing: "Improvements.", "Bug fixes", "Various fixes and performance improvements", a version alone. */

/** Words that stand in any notes of any release; a line of nothing else could stand in all of them. Ours. */
const ANYWHERE = new Set(
  'a an and the of in for with this to our we your made some more various several many minor small general misc miscellaneous other further big little new bug bugs fix fixes fixed fixing bugfix bugfixes improvement improvements improve improved improving performance stability reliability enhancement enhancements optimization optimizations optimisation optimisations change changes changed update updates updated tweak tweaks polish polishing cleanup cleanups maintenance release version under hood usual issue issues problems app experience better faster bump'.split(
    ' ',
  ),
);
const VERSION = /^v?\d{1,6}(?:\.\d{1,6}){0,3}(?:[-+.]?(?:alpha|beta|rc|pre|build)?\.?\d{0,6})?$/;
/** A longer line of such words says something by its grammar. */
const MOST_WORDS = 12;

/** Whoever looks it up learns what it was. */
const REFERENCE = /#\d|\b[A-Z][A-Z0-9]+-\d/;

export function tellsNothing(line: string): boolean {
  if (REFERENCE.test(line)) return false;
  const words = line
    .toLowerCase()
    .split(/[^\p{L}\p{N}.+-]+/u)
    .map((word) => word.replace(/^[.+-]+|[.+-]+$/g, ''))
    .filter((word) => word !== '');
  return words.length <= MOST_WORDS && words.every((word) => VERSION.test(word) || isCommon(word));
}

/** `bug-fixes` is two words. */
function isCommon(word: string): boolean {
  return word.split('-').every((part) => ANYWHERE.has(part));
}
