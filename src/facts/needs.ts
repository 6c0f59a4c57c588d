/** What asks and complaints have in common underneath, with who is of it: kept, with ids that stay, as people corrected it. */
import type { NeedMemberRow, NeedRow } from '#core/kept.ts';
import { middlesOf } from '#language/group/centres.ts';
import type { Assignment, BaseNeed, Span } from '#language/needs/base-need.ts';
import { corrected, uncorrected } from '#language/needs/corrected.ts';
import { AGAIN, groupAll, relearned } from '#language/needs/find.ts';
import { freshIn, grown } from '#language/needs/grow.ts';
import { type Learned, packed, unpacked } from '#language/needs/learned.ts';
import { formsOf, type Said, textsOf } from '#language/needs/said.ts';
import type { Outside } from '#language/vectors/outside.ts';
import { type KeptFrom, keepFact } from './define-fact.ts';
import type { Needs } from './need-values.ts';
import { decisionsIn } from './rules/need-decisions.ts';

const VERSION = 5;
const METHOD = `needs ${VERSION}`;

/** In the place of a need: looked at, and of none. Without it an export would not tell these from what nobody looked at. */
const NONE = 'none';

type Tables = 'needs' | 'needMembers';

export default keepFact({
  id: 'needs',
  version: VERSION,
  keeps: ['needs', 'needMembers'],
  reads: ['feedback'],
  facts: ['voice', 'junk'],
  corrects: ['need'],
  unhurried: true,
  embeds: true,
  keep: () => {
    const all: Said[] = [];
    // What stands for no customer is of no need, and bare praise asks for none.
    const ownIn = ({ facts }: KeptFrom<Tables, 'voice' | 'junk'>) => {
      const junk = new Set(facts.junk.all.map(({ id }) => id));
      return junk.size === 0 ? all : all.filter(({ id }) => !junk.has(id));
    };
    return {
      take: (row) => {
        if (!('title' in row)) return;
        const { id, origin, at, title, body } = row;
        all.push({ id, origin, at, title, body });
      },
      wants: (from, model) => wanted(ownIn(from), from.memory, model),
      done: (from) => kept(ownIn(from), from),
    };
  },
  value: ({ needs, needMembers }, { voice, junk }): Needs => {
    const sorted = needMembers.filter(({ needId }) => needId !== NONE);
    const members = Map.groupBy(sorted, ({ needId }) => needId);
    const all = needs.map(({ id, themeId, name, statement, bornAt }) => ({
      ...{ id, name, bornAt },
      theme: themeId ?? id,
      statement: statement as Span | null,
      members: (members.get(id) ?? []).map(({ evidenceId, confidence }) => ({ evidence: evidenceId, confidence })),
    }));
    const setAside = junk.all.length;
    const unsorted = voice.feedback - setAside - sorted.length;
    return { collected: voice.feedback > 0, all, unsorted, setAside };
  },
});

function kept(all: readonly Said[], { former, decided, memory, vectors }: KeptFrom<Tables, 'voice' | 'junk'>) {
  if (all.length === 0) return { rows: { needs: [], needMembers: [] } };
  const decisions = decisionsIn(decided);
  const before = memory === null ? null : unpacked(memory);
  const learned = placed(all, before, vectors, () => ({
    of: uncorrected(
      new Map(
        former.needMembers.flatMap(({ evidenceId, needId }) =>
          needId === NONE ? [] : [[evidenceId, needId] as const],
        ),
      ),
      decisions,
    ),
    needs: former.needs.map(baseOf),
    looked: new Set(former.needMembers.map(({ evidenceId }) => evidenceId)),
  }));
  const rows = rowsOf(learned, decisions);
  return learned === before ? { rows } : { rows, memory: packed(learned) };
}

interface FormerNeeds {
  readonly of: Assignment;
  readonly needs: readonly BaseNeed[];
  readonly looked: ReadonlySet<string>;
}

/** What is new by the model that the others are from; by another one, all. */
function wanted(all: readonly Said[], memory: Uint8Array | null, model: string): string[] {
  const before = memory === null ? null : unpacked(memory);
  const grows = before !== null && before.outside?.model === model && all.length < before.grouped * AGAIN;
  return grows ? textsOf(freshIn(before, all), before.forms) : textsOf(all, formsOf(all));
}

function placed(
  all: readonly Said[],
  before: Learned | null,
  vectors: Outside | null,
  former: () => FormerNeeds,
): Learned {
  if (before !== null) {
    // What a model placed stays as it is while that model is not at hand; another one places all of it anew.
    if (before.outside !== undefined && vectors === null) return grown(before, all);
    const same = before.outside?.model === vectors?.model;
    if (same && all.length < before.grouped * AGAIN) return grown(before, all, vectors);
    return groupAll(all, assignmentOf(before), vectors);
  }
  const { of, needs, looked } = former();
  return needs.length === 0
    ? groupAll(all, new Map(), vectors)
    : grown(relearned(all, of, needs, looked, vectors), all, vectors);
}

function assignmentOf({ ids, of, needs }: Learned): Map<string, string> {
  return new Map(
    ids.flatMap((id, at) => {
      const need = needs[of[at] as number];
      return need ? [[id, need.id] as const] : [];
    }),
  );
}

/** Needs without members are none. */
function rowsOf(learned: Learned, decisions: ReturnType<typeof decisionsIn>) {
  const base = assignmentOf(learned);
  const { needs, of, sure } = corrected(learned.needs, base, new Set(learned.ids), decisions);
  const method = learned.outside === undefined ? METHOD : `${METHOD} by ${learned.outside.model}`;
  const ids = [...needs.keys()];
  const place = new Map(ids.map((id, at) => [id, at]));
  const final = Int32Array.from(learned.ids, (id) => place.get(of.get(id) ?? '') ?? -1);
  const { near } = middlesOf(learned.vectors, final, ids.length);
  const needMembers = learned.ids.map((id, at): NeedMemberRow => {
    const needId = ids[final[at] as number] ?? NONE;
    const nearness = needId === NONE ? 0 : Math.round((near[at] as number) * 1000) / 1000;
    return { needId, evidenceId: id, span: '', confidence: sure.has(id) ? 1 : nearness };
  });
  const filled = new Set(needMembers.map(({ needId }) => needId));
  const rows = [...needs.values()]
    .filter(({ id }) => filled.has(id))
    .map((need): NeedRow => {
      const { id, theme, name, statement, bornAt } = need;
      const stands = statement !== null && of.get(statement.evidence) === id;
      return { id, themeId: theme, name, statement: stands ? { ...statement } : null, bornAt, method };
    });
  return { needs: rows, needMembers };
}

function baseOf({ id, themeId, name, statement, bornAt }: NeedRow): BaseNeed {
  return { id, theme: themeId ?? id, name, statement: statement as Span | null, bornAt };
}
