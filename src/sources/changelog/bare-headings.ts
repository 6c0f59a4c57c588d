/** Version lines of plain texts: NEWS files, Debian changelogs, bold lines. Looked for only where nothing is marked up. */
import { findDate } from './dates.ts';
import type { Heading } from './headings.ts';
import type { Line } from './lines.ts';
import { LONGEST_HEADING, unmark } from './unmark.ts';
import { readVersionHeading } from './version-heading.ts';

/** ` -- Name <mail>  Tue, 02 Jan 2024 10:00:00 +0000`: who made a Debian release, and when. */
export const DEBIAN_TRAILER = /^ -- .{1,200}> {1,4}(\S.{0,60})$/;

export function findBareHeadings(lines: readonly Line[]): Heading[] {
  const found: Heading[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.hidden || line.text.length > LONGEST_HEADING || !/^[\w*[(=@"]/.test(line.text)) continue;
    const text = headingText(line.text, lines[at - 1]);
    if (text !== null) found.push({ first: at, last: at, level: 1, text });
  }
  return found;
}

function headingText(raw: string, above: Line | undefined): string | null {
  const packaged = /^[\w+.-]{1,80} \(([^()\s]{1,80})\)[^;]{0,80}; *urgency=/.exec(raw)?.[1];
  if (packaged !== undefined) return packaged;
  const shown = unmark(raw);
  const read = readVersionHeading(shown);
  if (read === null || (read.version === null && !read.unreleased)) return null;
  const starred = /^\*{1,3} +\S/.test(raw);
  // A bullet such as `* 1.2 is out` is none; GNU's `* Noteworthy changes in release 9.4` is one.
  if (starred && !/^\* +(?:noteworthy )?changes in /i.test(raw)) return null;
  const bold = raw.startsWith('**') || raw.startsWith('__');
  const alone = above === undefined || above.text.trim() === '';
  const named = read.name === null && /^(?:v\d|version\b|release\b)/i.test(shown);
  const telling = bold || starred || findDate(shown) !== null || named || shown.endsWith(':');
  return alone && read.sure && telling ? shown : null;
}
