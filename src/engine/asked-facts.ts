/** What a reading asks of facts. */
import { AUDITS } from '#audits/registry.ts';
import type { Fact } from '#facts/define-fact.ts';
import { FACTS } from '#facts/registry.ts';
import type { FactValues } from '#facts/values.ts';
import { FINDINGS } from '#findings/registry.ts';
import { closureOf, withoutUnhurried } from './closure.ts';

/** All facts but those that are dear and that nothing in a reading asks for. `held`: claims are held against evidence. */
export function askedFacts(held: boolean): readonly Fact[] {
  const named = [...AUDITS, ...FINDINGS].flatMap(({ facts }) => facts) as (keyof FactValues)[];
  return withoutUnhurried(FACTS, closureOf(named.filter((id) => held || id !== 'ledger')));
}
