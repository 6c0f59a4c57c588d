/** What people decided about needs, over what was found: moved, split, merged, renamed, confirmed. Later ones come later. */
import type { Assignment, BaseNeed, Span } from './base-need.ts';

/** A need as somebody meant it: by its id, or, where that is gone, by the members it had. */
export interface NeedMeant {
  readonly id: string;
  readonly anchors: readonly string[];
}

export type NeedDecision =
  | { readonly verb: 'rename'; readonly need: NeedMeant; readonly name: string }
  | { readonly verb: 'confirm'; readonly need: NeedMeant; readonly evidence: readonly string[] }
  | { readonly verb: 'merge'; readonly need: NeedMeant; readonly from: NeedMeant; readonly evidence: readonly string[] }
  | {
      readonly verb: 'split';
      readonly need: NeedMeant;
      readonly to: string;
      readonly name: string;
      readonly evidence: readonly string[];
    }
  /** `to` null: it belongs to no need. */
  | { readonly verb: 'move'; readonly to: NeedMeant | null; readonly was: string | null; readonly evidence: string };

export interface CorrectedNeed {
  readonly id: string;
  readonly theme: string;
  readonly name: string;
  readonly statement: Span | null;
  readonly bornAt: number;
}

export interface Corrected {
  readonly needs: ReadonlyMap<string, CorrectedNeed>;
  readonly of: Assignment;
  /** Evidence that a person placed. */
  readonly sure: ReadonlySet<string>;
}

/** `known`: all evidence that can be of a need. */
export function corrected(
  found: readonly BaseNeed[],
  base: Assignment,
  known: ReadonlySet<string>,
  decisions: readonly NeedDecision[],
): Corrected {
  const needs = new Map<string, CorrectedNeed>(found.map((need) => [need.id, need]));
  const of = new Map(base);
  const sure = new Set<string>();
  const became = new Map<string, string>();
  const place = (evidence: string, need: string | null) => {
    if (!known.has(evidence)) return;
    sure.add(evidence);
    if (need === null) of.delete(evidence);
    else of.set(evidence, need);
  };
  const meant = (one: NeedMeant): string | null => {
    let id = one.id;
    for (let steps = 0; became.has(id) && steps < 100; steps += 1) id = became.get(id) as string;
    return needs.has(id) ? id : mostOf(one.anchors, of);
  };
  for (const decision of decisions) {
    if (decision.verb === 'move') {
      const to = decision.to === null ? null : meant(decision.to);
      if (decision.to === null || to !== null) place(decision.evidence, to);
      continue;
    }
    const id = meant(decision.need);
    const need = id === null ? undefined : needs.get(id);
    if (id === null || !need) continue;
    if (decision.verb === 'rename') needs.set(id, { ...need, name: decision.name });
    else if (decision.verb === 'confirm') for (const evidence of decision.evidence) place(evidence, id);
    else if (decision.verb === 'split') {
      needs.set(decision.to, { ...need, id: decision.to, name: decision.name, statement: null });
      for (const evidence of decision.evidence) if (of.get(evidence) === id) place(evidence, decision.to);
    } else {
      const from = meant(decision.from);
      if (from === null || from === id) continue;
      for (const [evidence, own] of of) if (own === from) of.set(evidence, id);
      needs.set(id, { ...need, bornAt: Math.min(need.bornAt, needs.get(from)?.bornAt ?? need.bornAt) });
      needs.delete(from);
      became.set(from, id);
    }
  }
  return { needs, of, sure };
}

/** The need that half of these or more are of now. */
function mostOf(anchors: readonly string[], of: Assignment): string | null {
  const counts = new Map<string, number>();
  let placed = 0;
  for (const anchor of anchors) {
    const need = of.get(anchor);
    if (need === undefined) continue;
    placed += 1;
    counts.set(need, (counts.get(need) ?? 0) + 1);
  }
  const best = [...counts].sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1))[0];
  return best && best[1] * 2 >= placed ? best[0] : null;
}

/** What was found before these decisions, newest undone first: for when only the corrected state is left. */
export function uncorrected(of: Assignment, decisions: readonly NeedDecision[]): Map<string, string> {
  const base = new Map(of);
  const back = (evidence: string, from: string | null, to: string | null) => {
    if (from !== null && base.get(evidence) !== from) return;
    if (to === null) base.delete(evidence);
    else base.set(evidence, to);
  };
  for (const decision of decisions.toReversed()) {
    if (decision.verb === 'move') back(decision.evidence, null, decision.was);
    else if (decision.verb === 'split') for (const one of decision.evidence) back(one, decision.to, decision.need.id);
    else if (decision.verb === 'merge')
      for (const one of decision.evidence) back(one, decision.need.id, decision.from.id);
  }
  return base;
}
