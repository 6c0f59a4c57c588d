/** What a site's robots.txt asks of programs (RFC 9309). Pure; matching is linear in the length of the address. */

export interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

/** The word by which a site addresses Bifocal. */
export const ROBOT = 'bifocal';
/** RFC 9309 asks for at least 500 kibibytes. */
export const LARGEST_ROBOTS = 512 * 1_024;
const MOST_RULES = 5_000;
const LONGEST_PATH = 2_000;

/** The rules of the groups that name us; of those for everybody (`*`) where none does. */
export function rulesFor(text: string, robot = ROBOT): readonly Rule[] {
  const own: Rule[] = [];
  const all: Rule[] = [];
  let named = false;
  let groups: Rule[][] = [];
  let inAgents = false;
  for (const line of text.slice(0, LARGEST_ROBOTS).split(/\r\n|\n|\r/)) {
    const [, key = '', value = ''] = /^\s*([\w-]{1,30})\s*:\s*([^#]*)/.exec(line) ?? [];
    const said = value.trim();
    const word = key.toLowerCase();
    if (word === 'user-agent') {
      if (!inAgents) groups = [];
      inAgents = true;
      const agent = said.toLowerCase();
      if (agent === robot) {
        named = true;
        groups.push(own);
      } else if (agent === '*') groups.push(all);
    } else if (word === 'allow' || word === 'disallow') {
      inAgents = false;
      if (said === '' || said.length > LONGEST_PATH) continue;
      for (const group of groups) if (group.length < MOST_RULES) group.push({ allow: word === 'allow', path: said });
    }
  }
  return named ? own : all;
}

/** The longest rule that fits decides; of two as long, the one that allows. What no rule names is allowed. */
export function isAllowed(rules: readonly Rule[], address: string): boolean {
  const { pathname, search } = new URL(address);
  const path = decoded(`${pathname}${search}`);
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!fits(decoded(rule.path), path)) continue;
    const longer = best === null || rule.path.length > best.path.length;
    if (longer || (rule.path.length === best?.path.length && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` is any run of letters, `$` at the end the end of the address. */
function fits(pattern: string, path: string): boolean {
  const whole = pattern.endsWith('$');
  const [first = '', ...parts] = (whole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (whole && last) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !whole || at === path.length;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
