/** The curves of all audits that are scored, by the audit's id and version: an older reading had another one. */
import { AUDITS } from '#audits/registry.ts';
import type { Curve } from '#core/observation.ts';

export function curvesPut(): ReadonlyMap<string, Curve> {
  return new Map(AUDITS.flatMap(({ id, version, curve }) => (curve === null ? [] : [[`${id} ${version}`, curve]])));
}
