/** The smallest tinker: of what the ideal customers still miss, what took the fewest changes where something alike was done. */
import type { PackagePiece, PackageStuff, PackageTold } from '#core/package.ts';
import { isMet, lastWords } from './cells.ts';
import { newestOf } from './groups.ts';

/** One voice is a wish of its own. Ours, as of the bets of the Bridge. */
const LEAST_PEOPLE = 2;

export function tinkerOf(
  group: string | null,
  own: readonly PackagePiece[],
  { needs, alike }: Pick<PackageStuff, 'needs' | 'alike'>,
): PackageTold['tinker'] {
  const unknown = (because: string) => ({ need: null, sentence: `Not known yet: ${because}`, evidence: [] });
  if (group === null) return unknown('the ideal customer is not known.');
  const byNeed = Map.groupBy(own, ({ need }) => need);
  const open = needs.flatMap((need) => {
    const missing = lastWords(byNeed.get(need.id) ?? []).filter((piece) => !isMet(piece));
    return missing.length >= LEAST_PEOPLE ? [{ need, missing, like: alike.get(need.id) }] : [];
  });
  if (open.length === 0) return unknown(`no need is still open for ${LEAST_PEOPLE} people of “${group}”.`);
  const known = open.flatMap(({ like, ...rest }) => (like ? [{ ...rest, like }] : []));
  const [best] = known.sort(
    (a, b) =>
      a.like.changes - b.like.changes || b.missing.length - a.missing.length || (a.need.id < b.need.id ? -1 : 1),
  );
  if (!best) return unknown(`${open.length} needs are open for “${group}”, and nothing alike has shipped yet.`);
  const { need, missing, like } = best;
  const says = need.statement?.text ?? need.name;
  const took = `${like.changes === 1 ? 'one change' : `${like.changes} changes`} and ${like.days === 1 ? 'one day' : `${like.days} days`}`;
  const sentence = `${missing.length} people of “${group}” still miss this: “${says}” Something alike, “${like.text}”, took ${took} until ${like.version}.`;
  return { need: need.id, sentence, evidence: [...newestOf(missing), like.ask, ...like.evidence] };
}
