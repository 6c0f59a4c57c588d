/** Versions of what a product runs on: which ones a change ends, and whether a claim goes on naming one of them. */
import type { Evidence } from '#core/evidence.ts';
import { isOfTexts } from './removal-words.ts';

export interface EndedVersion {
  readonly evidence: string;
  readonly at: number;
}

interface Ended extends EndedVersion {
  /** In small letters; null where the change names a version alone. */
  readonly of: string | null;
  readonly versions: readonly string[];
  readonly title: string;
}

const VERSION = '\\d{1,2}(?:\\.\\d{1,3}){0,2}';
const LIST = `v?${VERSION}(?:\\.x)?(?:(?:,? (?:and|or|to|&) |, ?| ?\\/ ?| ?[-–] ?)v?${VERSION}(?:\\.x)?)*`;
const NAME = '(?:node(?:\\.?js)?|[\\p{L}][\\p{L}\\p{N}]{1,19})';
const OPENS = '^(?:\\w{1,12}(?:\\([^)]{0,60}\\))?!?: ?)?(?:[\\w/-]{1,24}: )?';
/** `Drop support for Python 2.6 and 3.2`, `Remove Python 3.2 and 3.3`, `drop 3.4 support`, `No longer supports Node 0.10`. */
const ENDS = new RegExp(
  `${OPENS}(?:remove[sd]?|removing|drop(?:s|ped|ping)?|delete[sd]?|end(?:s|ed)?|stop(?:s|ped)?|discontinue[sd]?|no longer)(?: supports?| supporting)?(?: (?:for|of))? (?:(?<of>${NAME})(?: versions?)? )?(?<list>${LIST})(?![\\w.])(?<rest>.*)$`,
  'iu',
);
/** It ends for the makers alone, for a part of the product, or holds for what is older than what is named. */
const NOT_ENDED =
  /[<>≤≥]|\b(?:from|in|on|for) (?:the )?(?:tests?|testing|ci|travis|appveyor|github|builds?|matrix|docker\w*|docs?|readme|classifiers?|tox|typings)\b|\b(?:tests?|builds?|ci|matrix|classifiers?|code|compat\w*|hacks?|workarounds?|shims?|imports?|wheels?)\b|\btemporar|\bfor now\b/i;
/** Right behind the versions: nothing, or why. `Removed Python 3.6 specific arguments` ends none. */
const BEHIND =
  /^(?: support\w*| versions?)?(?:\s*[.,:;!([]|\s*$| (?:as|in favou?r|because|since|per|and (?:below|older|earlier)|to|-|–|#))/i;
const AGAIN = /\b(?:add|restore|re-?add|reintroduce|bring back|revert)\w{0,3}\b/i;
/** Only such a sentence says that a version will do. */
const WILL_DO =
  /\b(?:supports?|supported|works?|runs?|compatib\w+|requires?|required|requirements?|needs?|tested|at least|minimum)\b|>=|≥|\d\+|\b(?:or|and) (?:newer|later|higher|above|up|greater)\b/i;
/** A list of versions behind the name that they are of. */
const NAMED = new RegExp(`(?<of>${NAME})(?: versions?)?[\\s*\`(:]{1,4}(?:>=|≥)?\\s?(?<list>${LIST})`, 'giu');

/** Streams changes, and is asked of claims. */
export class EndedVersions {
  readonly #ended: Ended[] = [];

  change(row: Evidence): void {
    const { id, at, title } = row;
    if (title === null) return;
    const said = ENDS.exec(title.slice(0, 200));
    const { of, list = '', rest = '' } = said?.groups ?? {};
    if (said === null) {
      if (this.#ended.length > 0 && AGAIN.test(title)) this.#again(title);
      return;
    }
    if (NOT_ENDED.test(rest) || !BEHIND.test(rest) || isOfTexts(row)) return;
    const name = of === undefined || /^support\w*$|^versions?$/i.test(of) ? null : nameOf(of);
    this.#ended.push({ evidence: id, at, of: name, versions: versionsIn(list), title });
  }

  /** The newest change since then that ends one of the versions that it says will do; null where none does. */
  endedOf(text: string, since: number): EndedVersion | null {
    if (this.#ended.length === 0 || !WILL_DO.test(text)) return null;
    const claimed = [...text.matchAll(NAMED)].map(({ groups }) => ({
      of: nameOf(groups?.of as string),
      versions: versionsIn(groups?.list as string),
    }));
    return (
      this.#ended.findLast((one) => one.at > since && claimed.some(({ of, versions }) => ends(one, of, versions))) ??
      null
    );
  }

  /** `Revert "Drop Python 3.2"`, `Add Python 3.2 back`. */
  #again(title: string): void {
    const kept = this.#ended.filter(
      (one) => !title.includes(one.title) && !one.versions.some((version) => hasVersion(title, version)),
    );
    this.#ended.splice(0, this.#ended.length, ...kept);
  }
}

function ends({ of, versions }: Ended, claimedOf: string, claimed: readonly string[]): boolean {
  // A bare number without a name may be anything.
  if (of === null ? !versions.every((one) => one.includes('.')) : of !== claimedOf) return false;
  // Who drops Python 2 drops 2.7 too; who drops 3.2 has not dropped 3.
  return claimed.some((one) => versions.some((ended) => one === ended || one.startsWith(`${ended}.`)));
}

function versionsIn(list: string): readonly string[] {
  return list.match(/\d{1,2}(?:\.\d{1,3}){0,2}/g) ?? [];
}

function nameOf(written: string): string {
  return written.toLowerCase().replace(/\.?js$/, '');
}

function hasVersion(title: string, version: string): boolean {
  return new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d.])`).test(title);
}
