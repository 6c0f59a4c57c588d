/** Which facts must be computed for some of them: these and all below. */
import type { Fact } from '#facts/define-fact.ts';
import { FACTS } from '#facts/registry.ts';
import type { FactValues } from '#facts/values.ts';

export function closureOf(wanted: readonly (keyof FactValues)[]): Fact[] {
  const byId = new Map<string, Fact>(FACTS.map((fact) => [fact.id, fact]));
  const needed = new Set<string>();
  const visit = (id: string) => {
    const fact = byId.get(id);
    if (!fact || needed.has(id)) return;
    needed.add(id);
    if ('facts' in fact) for (const need of fact.facts) visit(need);
  };
  for (const id of wanted) visit(id);
  return FACTS.filter(({ id }) => needed.has(id));
}
