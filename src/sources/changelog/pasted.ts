/** Whether notes are a commit list put there by a machine: then they tell committers what happened, not customers. */

/** From four fifths of the lines on: hand-written notes mix a few generated lines in (EVIDENCE: `pasted`). */
const SHARE = 0.8;

export function isPasted(lines: readonly string[]): boolean {
  return lines.length > 0 && lines.filter(isCommitSubject).length >= SHARE * lines.length;
}

/** A trailing commit id; or a conventional prefix with a trailing pull request; or a forge's "by @who in #n". */
function isCommitSubject(line: string): boolean {
  const words = line.slice(-300).trimEnd().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.at(-4) === 'by' && words.at(-3)?.startsWith('@') && words.at(-2) === 'in') return isReference(last);
  if (isCommitId(last) || isCommitId(line.slice(0, 60).split(/[\s:]/)[0] ?? '')) return true;
  const prefixed = /^(?:[a-z]{2,12}(?:\([^()]{1,60}\))?!?: |\*\*[^*]{1,60}:\*\* )/.test(line);
  return prefixed && isReference(last);
}

/** `d4295a9`, `(d4295a9)`, `([d4295a9](https://…/commit/d4295a9…))`; a digit, or "defaced" would be one. */
function isCommitId(word: string): boolean {
  const id = /^[([`]*([0-9a-f]{7,40})(?![0-9A-Za-z])/.exec(word)?.[1];
  return id !== undefined && /\d/.test(id);
}

/** `#12`, `(#12)`, `([#12](https://…))`, `https://…/pull/12`. */
function isReference(word: string): boolean {
  return /^[([`]*(?:#\d{1,9}|https?:\/\/\S{1,200}\/(?:pull|issues|merge_requests)\/\d{1,9})(?!\d)/.test(word);
}
