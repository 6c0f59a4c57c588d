/** What a commit message says outright: which commits it reverts, and that it breaks something. */

const REVERTS = /\breverts? (?:commit )?([0-9a-f]{7,40})\b/gi;
const LATER_SHA = /^(?:,| and|, and) (?:commit )?([0-9a-f]{7,40})\b/i;
const BREAKING_MARK = /^[a-z][\w-]{0,30}(?:\([^()]{0,80}\))?!:/i;
const BREAKING_FOOTER = /^BREAKING[ -]CHANGES?:/m;

/** `This reverts commit 1234567`, and the list that may follow. Shas as written. */
export function revertedShas(body: string | null): readonly string[] {
  if (body === null || !/revert/i.test(body)) return [];
  const shas: string[] = [];
  for (const match of body.matchAll(REVERTS)) {
    shas.push((match[1] as string).toLowerCase());
    let rest = body.slice(match.index + match[0].length, match.index + match[0].length + 500);
    for (let next = LATER_SHA.exec(rest); next; next = LATER_SHA.exec(rest)) {
      shas.push((next[1] as string).toLowerCase());
      rest = rest.slice(next[0].length);
    }
  }
  return [...new Set(shas)];
}

export function breaksSomething(subject: string, body: string | null): boolean {
  return BREAKING_MARK.test(subject) || (body !== null && BREAKING_FOOTER.test(body));
}
