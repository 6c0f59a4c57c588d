/** Moves a Markdown page to another folder: its relative links then still lead to what they led to. */
import { posix } from 'node:path';

/** Inline links and pictures, outside code: `](target)`. */
const LINK = /\]\(([^()\s]+)\)/g;
/** Where a unit's own page lies, and what it is called in the reference. */
const UNIT_PAGE = /^src\/(audits|sources)\/([a-z0-9-]+)\/\2\.md$/;

export function movedPage(text: string, from: string, to: string): string {
  return text.replace(LINK, (whole, target: string) => {
    if (/^[a-z]+:|^#|^\//.test(target)) return whole;
    const [path = '', anchor] = target.split('#');
    const at = posix.join(posix.dirname(from), path);
    const unit = UNIT_PAGE.exec(at);
    const moved = unit ? `docs/reference/${unit[1]}/${unit[2]}.md` : at;
    const relative = posix.relative(posix.dirname(to), moved);
    return `](${relative}${anchor === undefined ? '' : `#${anchor}`})`;
  });
}
