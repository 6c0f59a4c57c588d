/** Needs of one theme, or heard in one place, or about one product: ranked by the people there. */
import type { Need } from '../api/needs.ts';

/** `theme:<id>`, `kind:<name>`, `line:<name>`; empty for everybody. */
export type Part = string;

export function narrowed(needs: readonly Need[], part: Part): readonly Need[] {
  const at = part.indexOf(':');
  const [what, which] = [part.slice(0, at), part.slice(at + 1)];
  if (what === 'theme') return needs.filter(({ theme }) => theme === which);
  if (what !== 'kind' && what !== 'line') return needs;
  return needs
    .flatMap((need) => {
      const people = need[what === 'kind' ? 'kinds' : 'lines'].find(({ name }) => name === which)?.people ?? 0;
      return people === 0 ? [] : [{ ...need, people }];
    })
    .sort((one, two) => two.people - one.people || (one.id < two.id ? -1 : 1));
}

/** What there is to choose from; a place where all of it was heard is no choice. */
export function partsOf(needs: readonly Need[], of: 'kinds' | 'lines'): readonly string[] {
  const names = [...new Set(needs.flatMap((need) => need[of].map(({ name }) => name)))].sort();
  return names.length < 2 ? [] : names;
}
