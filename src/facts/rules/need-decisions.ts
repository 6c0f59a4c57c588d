/** Corrections about needs as they were stored; one that cannot be read decides nothing. */
import type { Json } from '#core/json.ts';
import type { NeedDecision, NeedMeant } from '#language/needs/corrected.ts';
import type { Decided } from '../define-fact.ts';
import { isObject, listIn, textIn } from './fields.ts';

export function decisionsIn(decided: readonly Decided[]): NeedDecision[] {
  return decided.flatMap(({ verb, payload }): NeedDecision[] => {
    if (!isObject(payload)) return [];
    const need = meantIn(payload.need);
    const evidence = textsIn(payload, 'evidence');
    const [name, to] = [textIn(payload, 'name'), textIn(payload, 'to')];
    if (verb === 'move') {
      const moved = textIn(payload, 'evidence');
      return moved === null ? [] : [{ verb, evidence: moved, to: meantIn(payload.to), was: textIn(payload, 'was') }];
    }
    if (need === null) return [];
    if (verb === 'rename' && name !== null) return [{ verb, need, name }];
    if (verb === 'confirm') return [{ verb, need, evidence }];
    if (verb === 'split' && name !== null && to !== null) return [{ verb, need, evidence, name, to }];
    const from = meantIn(payload.from);
    return verb === 'merge' && from !== null ? [{ verb, need, from, evidence }] : [];
  });
}

function meantIn(value: Json | undefined): NeedMeant | null {
  if (!isObject(value)) return null;
  const id = textIn(value, 'id');
  return id === null ? null : { id, anchors: textsIn(value, 'anchors') };
}

function textsIn(value: Parameters<typeof listIn>[0], key: string): string[] {
  return (listIn(value, key) ?? []).filter((one) => typeof one === 'string');
}
