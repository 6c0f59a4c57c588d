/** Needs for scripts: the records with their evidence, counts and words to quote. Keys are only ever added. */
import { instantOf } from '#core/time.ts';
import type { NeedListed, NeedTold, Quote } from './needs.ts';

export type NeedJson = ReturnType<typeof needJson>;

export function needsJson(needs: readonly NeedTold[], statements: ReadonlyMap<string, Quote>): NeedJson[] {
  return needs.map((need) => needJson(need, statements.get(need.id) ?? null, null));
}

export function needJson(need: NeedTold, statement: Quote | null, asks: readonly Quote[] | null) {
  const evidence = need.members.map((member) => ({ id: member.evidence, confidence: member.confidence }));
  return { ...listedJson(need, statement), ...(asks !== null && { asks: asks.map(quoteJson) }), evidence };
}

/** Without its pieces. */
export function listedJson({ id, theme, name, demand, bornAt }: NeedListed, statement: Quote | null) {
  const { need: _, firstAt, newestAt, ...counts } = demand;
  return {
    ...{ id, theme, name, bornAt: instantOf(bornAt) },
    statement: statement && quoteJson(statement),
    ...counts,
    firstAt: firstAt === null ? null : instantOf(firstAt),
    newestAt: newestAt === null ? null : instantOf(newestAt),
  };
}

export function quoteJson({ evidence, text, at, url }: Quote) {
  return { evidence, text, at: instantOf(at), url };
}
