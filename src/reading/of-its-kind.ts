/** Where a question is asked of a history of code and the product is none, it does not apply: said in the words of its business. */
import type { Audit } from '#core/audit.ts';
import type { Weighed } from './weigh.ts';

/** What `facts` must tell for this: a catalogue that was read, and no history of code beside it. */
export interface OnShelf {
  readonly collected: boolean;
  readonly alone: boolean;
}

const WAITS = 'What is finished and waits for the shelf does not stand in a catalogue.';

const REASONS: Readonly<Record<string, string>> = {
  'release-cadence': 'A catalogue shows what is on the shelf, not when it was launched; a list of launches would.',
  'commit-to-release': WAITS,
  limbo: WAITS,
  'follow-up-fixes': 'What was mended after a launch does not stand in a catalogue.',
  'own-use': 'Whether its makers use it themselves does not stand in a catalogue.',
  'yearly-renewal': 'The fields of the catalogue are compared instead.',
  'release-note-coverage': 'A catalogue has no notes beside its changes.',
  'loop-closure': 'Which wish a change answers does not stand in a catalogue.',
};
const OTHERWISE = 'A catalogue does not tell it.';

/** What could not be collected from a catalogue is no gap in it. Everything else stays as it was judged. */
export function ofItsKind(one: Weighed, shelf: OnShelf | undefined): Weighed {
  if (!shelf?.collected || !shelf.alone || one.state !== 'not-collected' || !needsHistory(one.audit)) return one;
  return { ...one, state: 'not-applicable', because: REASONS[one.audit.id] ?? OTHERWISE };
}

const OF_HISTORY = ['history', 'releases', 'renewal', 'offers', 'survival'];

function needsHistory({ facts, id }: Audit): boolean {
  return id in REASONS || facts.some((fact) => OF_HISTORY.includes(fact));
}
