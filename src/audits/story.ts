/** Facts told as a story, for cases: changes and releases in the order in which they happened, with plain dates. */
import { digestOf } from '#core/ids.ts';
import type {
  Area,
  Commit,
  FactValues,
  Notes,
  Offer,
  Release,
  Renewal,
  Survival,
  Work,
  WorkKind,
} from '#facts/values.ts';

/** What a story adds up to: the facts that audits of history are handed. */
export type Told = Pick<
  FactValues,
  'history' | 'areas' | 'work' | 'releases' | 'notes' | 'renewal' | 'offers' | 'survival'
>;

/** Noon of a day, in UTC. */
export function on(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

interface ChangeDetails {
  /** Its evidence id; `c1`, `c2` … when absent. */
  readonly id?: string;
  readonly kind?: WorkKind;
  readonly files?: readonly string[];
  readonly bot?: boolean;
  readonly merge?: boolean;
  /** The day on which it reached the default branch; its own when absent, null when it never did. */
  readonly landed?: string | null;
  readonly visible?: boolean;
  readonly making?: boolean;
  /** Ids of changes that it takes back; `digits` of their shas are written. */
  readonly reverts?: readonly string[];
  readonly digits?: number;
}

interface ReleaseDetails {
  readonly line?: string;
  readonly pre?: boolean;
  /** Ids of what it brings; everything that no release of its sort has brought when absent. */
  readonly brings?: readonly string[];
  /** False: known by its notes or a registry, not in the history. */
  readonly tagged?: boolean;
  /** Ids of the headings and registry versions that it was merged from. */
  readonly evidence?: readonly string[];
}

/** The sha that a story gives to the change with this id. */
export function shaOf(id: string): string {
  return digestOf(id).slice(0, 40);
}

export function story() {
  const commits: Commit[] = [];
  const paths: string[] = [];
  const kind: WorkKind[] = [];
  const flags: { bot: boolean; visible: boolean; making: boolean }[] = [];
  const releases: Release[] = [];
  const notes = new Map<string, { evidence: string; lines: readonly string[]; pasted: boolean }>();
  const offers: Offer[] = [];
  const cohorts: Survival['cohorts'][number][] = [];
  let renewal: Renewal | null = null;
  let untagged: string | null = null;

  const place = (id: string) => commits.findIndex((commit) => commit.id === id);
  const brought = (pre: boolean) => new Set(releases.filter((release) => release.pre === pre).flatMap((r) => r.brings));
  const told = {
    change(day: string, subject: string, details: ChangeDetails = {}) {
      const { id = `c${commits.length + 1}`, files = ['src/app.ts'], landed = day, merge = false } = details;
      for (const file of files) if (!paths.includes(file)) paths.push(file);
      const sort = details.kind ?? 'feature';
      const product = files.some((file) => areaOf(file) === 'product') && !merge;
      commits.push({
        id,
        sha: shaOf(id),
        parents: commits.length === 0 ? [] : [commits.length - 1],
        at: on(day),
        landedAt: landed === null ? null : on(landed),
        authorId: details.bot ? 'robot' : 'ada',
        merge,
        subject,
        reverts: (details.reverts ?? []).map((other) => shaOf(other).slice(0, details.digits ?? 40)),
        breaking: false,
        touched: merge ? [] : files.map((file) => paths.indexOf(file)),
      });
      kind.push(sort);
      flags.push({
        bot: details.bot ?? false,
        making: details.making ?? product,
        visible: details.visible ?? (product && ['feature', 'fix', 'revert'].includes(sort)),
      });
      return told;
    },
    /** The same change once a day for so many days. */
    changes(count: number, from: string, details: ChangeDetails = {}) {
      for (let day = 0; day < count; day += 1) told.change(later(from, day), `Work of day ${day + 1}`, details);
      return told;
    },
    release(version: string, day: string, details: ReleaseDetails = {}) {
      const { line = '', pre = false, tagged = true, evidence = [] } = details;
      const already = brought(pre);
      const open = commits.flatMap((_, index) => (already.has(index) ? [] : [index]));
      releases.push({
        id: `r${line}${version}`,
        name: `${line}${version}`,
        version,
        line,
        at: on(day),
        pre,
        commit: tagged ? commits.length - 1 : -1,
        placed: tagged ? 'tag' : null,
        evidence: [`r${line}${version}`, ...evidence],
        brings: details.brings ? details.brings.map(place) : tagged ? open : [],
        step: stepOf(version),
      });
      return told;
    },
    untagged(because: string) {
      untagged = because;
      return told;
    },
    notes(name: string, lines: readonly string[], pasted = false) {
      notes.set(name, { evidence: `n${name}`, lines, pasted });
      return told;
    },
    offer(name: string, details: Partial<Offer> = {}) {
      const id = `o${offers.length + 1}`;
      offers.push({
        id,
        kind: 'flag',
        name,
        doc: 'README.md',
        lineNumber: 1,
        quote: name,
        since: null,
        state: 'present',
        removed: null,
        ...details,
      });
      return told;
    },
    renewed(from: string, to: string, files: Renewal['files'], weeks: Renewal['weeks'] = []) {
      renewal = { collected: true, because: null, evidence: 'renewal', from: on(from), to: on(to), files, weeks };
      return told;
    },
    born(month: string, lives: Survival['cohorts'][number]['lives']) {
      cohorts.push({ born: Date.parse(`${month}-01T00:00:00Z`), evidence: `lines:${month}`, lives });
      return told;
    },
    facts(): Told {
      const all = [...releases].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      return {
        history: { commits, paths, head: commits.length - 1, whole: true, pathsKnown: true },
        areas: { of: paths.map(areaOf) },
        work: workOf(kind, flags),
        releases: {
          collected: untagged === null,
          because: untagged,
          all,
          unread: [],
          firstFinal: firstFinals(all, commits.length),
          mainLine: all[0]?.line ?? '',
        },
        notes: notesOf(all, notes),
        renewal: renewal ?? {
          collected: false,
          because: 'No blobs are here.',
          evidence: null,
          from: 0,
          to: 0,
          files: [],
          weeks: [],
        },
        offers: {
          collected: offers.length > 0,
          because: offers.length > 0 ? null : 'No README was found.',
          all: offers,
          things: [],
          stated: [],
        },
        survival: { collected: cohorts.length > 0, because: null, cohorts },
      };
    },
  };
  return told;
}

function later(day: string, days: number): string {
  return new Date(on(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function areaOf(path: string): Area {
  if (path.endsWith('.md')) return 'telling';
  return path.startsWith('test/') || path.startsWith('.ci/') ? 'upkeep' : 'product';
}

function stepOf(version: string): Release['step'] {
  if (!version.endsWith('.0')) return 'tinker';
  return version.endsWith('.0.0') ? 'overhaul' : 'iteration';
}

function workOf(
  kind: readonly WorkKind[],
  flags: readonly { bot: boolean; visible: boolean; making: boolean }[],
): Work {
  const bits = (flag: 'bot' | 'visible' | 'making') => Uint8Array.from(flags, (flagged) => Number(flagged[flag]));
  const told = kind.map(() => 'conventional' as const);
  return {
    kind,
    told,
    bot: bits('bot'),
    visible: bits('visible'),
    making: bits('making'),
    telling: new Uint8Array(kind.length),
  };
}

function firstFinals(all: readonly Release[], commits: number): Int32Array {
  const first = new Int32Array(commits).fill(-1);
  for (const [index, { pre, brings }] of all.entries()) {
    if (!pre) for (const commit of brings) if (first[commit] === -1) first[commit] = index;
  }
  return first;
}

function notesOf(
  all: readonly Release[],
  notes: ReadonlyMap<string, { evidence: string; lines: readonly string[]; pasted: boolean }>,
): Notes {
  if (notes.size === 0) return { collected: false, because: 'No changelog was found.', byRelease: new Map() };
  const byRelease = new Map(
    [...notes].map(([name, note]) => [all.findIndex((release) => release.name === name), note] as const),
  );
  return { collected: true, because: null, byRelease };
}
