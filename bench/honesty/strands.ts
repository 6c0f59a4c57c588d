/** Takes one strand away from simulated companies: the other side must read as before, neither lower nor higher. */
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { windowUntil } from '#core/time.ts';
import phrases from '#facts/phrases.ts';
import { weigh } from '#reading/weigh.ts';
import type { Dials } from '../../test/worlds/simulated/dials.ts';
import { END, simulate, type WorldFacts } from '../../test/worlds/simulated/world.ts';

export interface Missed {
  readonly strand: 'says' | 'ships';
  readonly audits: number;
  /** Audits of the other side that show another figure than before. */
  readonly moved: readonly string[];
  /** Audits of the other side that say that they have not seen enough. */
  readonly silent: readonly string[];
}

export function missing(strand: Missed['strand'], dials: Dials, worlds: number): Missed {
  const [moved, silent] = [new Set<string>(), new Set<string>()];
  const other = (AUDITS as readonly Audit[]).filter(
    ({ lens }) => lens === (strand === 'says' ? 'product' : 'customer'),
  );
  for (let each = 0; each < worlds; each += 1) {
    const { facts } = simulate(`strand ${each}`, dials);
    const without = strand === 'says' ? unheard(facts) : unshipped(facts);
    for (const audit of other) {
      const [before, after] = [facts, without].map((known) => weigh(audit, known, windowUntil(END)));
      if (after?.state === before?.state && after?.value === before?.value && after?.score === before?.score) continue;
      if (after?.score === null && after.value === null) silent.add(audit.id);
      else moved.add(audit.id);
    }
  }
  return { strand, audits: other.length, moved: [...moved].sort(), silent: [...silent].sort() };
}

function unheard(facts: WorldFacts): WorldFacts {
  const threads = { ...facts.threads, collected: false, because: 'Not gathered.', all: [], makers: 'unknown' as const };
  const told = (phrases as unknown as { compute(known: object, context: object): WorldFacts['phrases'] }).compute(
    { threads },
    { at: END },
  );
  const origins = { ...facts.origins, collected: false, because: 'Not gathered.', counts: null };
  return { ...facts, threads, phrases: told, origins };
}

/** Links rest on changes, so without changes there are none. */
function unshipped(facts: WorldFacts): WorldFacts {
  const all = facts.threads.all.map((thread) => ({ ...thread, links: [], shipped: null, told: null }));
  return {
    ...facts,
    history: { ...facts.history, commits: [], head: -1 },
    releases: { ...facts.releases, collected: false, because: 'Not read.', all: [] },
    notes: { collected: false, because: 'Not read.', byRelease: new Map() },
    renewal: { ...facts.renewal, collected: false, because: 'Not read.' },
    threads: { ...facts.threads, all, linked: false },
  };
}
