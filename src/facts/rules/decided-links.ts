/** What was written down, less what a person took back, plus what was recovered or confirmed. */
import type { FactValues } from '../values.ts';
import type { Ask, Link } from '../voice-values.ts';
import type { Linked } from './thread-links.ts';

export function withDecided(
  linked: Linked,
  asks: readonly Ask[],
  { links, history }: Pick<FactValues, 'links' | 'history'>,
): Linked {
  if (links.taken.size === 0 && links.vetoed.size === 0) return linked;
  const place = new Map(history.commits.map(({ id }, at) => [id, at]));
  const commitNames = new Map(linked.commitNames);
  const all = linked.links.map((own, at): readonly Link[] => {
    const ask = asks[at] as Ask;
    const stood = own.filter(({ commit, evidence }) => {
      const from = history.commits[commit]?.id ?? evidence;
      const vetoed = links.vetoed.has(`${from} ${ask.id}`);
      if (vetoed && commit >= 0)
        commitNames.set(
          commit,
          (commitNames.get(commit) ?? []).filter((one) => one !== at),
        );
      return !vetoed;
    });
    const more = (links.taken.get(ask.id) ?? []).flatMap(({ change, p, confirmed }): Link[] => {
      const commit = place.get(change) ?? -1;
      const landed = history.commits[commit]?.landedAt ?? null;
      // What landed before it was asked answers nothing, unless a person says so.
      if (landed === null || (!confirmed && landed < ask.at)) return [];
      if (stood.some((link) => link.commit === commit)) return [];
      commitNames.set(commit, [...(commitNames.get(commit) ?? []), at]);
      const how = confirmed ? 'confirmed' : 'recovered';
      return [{ how, at: landed, commit, evidence: change, closes: true, ...(!confirmed && { p }) }];
    });
    return more.length === 0 && stood.length === own.length ? own : [...stood, ...more];
  });
  return { ...linked, links: all, commitNames };
}
