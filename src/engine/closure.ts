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

/** `asked`: those that stay whatever they cost. */
export function withoutUnhurried(facts: readonly Fact[], asked: readonly Fact[]): Fact[] {
  const left = new Set<string>();
  const stays = new Set(asked);
  const rests = (fact: Fact) => 'facts' in fact && fact.facts.some((id) => left.has(id));
  for (let before = -1; before < left.size; ) {
    before = left.size;
    for (const fact of facts) {
      if (!stays.has(fact) && (('unhurried' in fact && fact.unhurried) || rests(fact))) left.add(fact.id);
    }
  }
  return facts.filter(({ id }) => !left.has(id));
}
