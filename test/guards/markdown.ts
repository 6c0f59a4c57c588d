/** What the link guard needs of Markdown: the anchors that headings make, and the links outside code. */

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** Fenced blocks and code spans blanked, line numbers kept. */
function withoutCode(page: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return page.replace(/^(```|~~~)[\s\S]*?^\1/gm, blank).replace(/`[^`\n]*`/g, blank);
}

export function linksIn(page: string): Link[] {
  return withoutCode(page)
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]:\s+(\S+)/g)].map((match) => ({
        target: match[1] ?? match[2] ?? '',
        line: index + 1,
      })),
    );
}

/** Anchors as they are made for a heading: lower case, punctuation gone, blanks as hyphens, repeats numbered. */
export function anchorsIn(page: string): Set<string> {
  const anchors = new Set<string>();
  const fenced = page.replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, ' '));
  for (const match of fenced.matchAll(/^#{1,6} (.+?)\s*$/gm)) {
    const plain = (match[1] ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
