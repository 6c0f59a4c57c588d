/** Simulated companies the whole way: written out as a repository, a tracker and a table, gathered into a store, read, and held against what they are. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import type { Reading } from '#core/reading.ts';
import { windowUntil } from '#core/time.ts';
import { focusOf } from '#reading/focus.ts';
import { leanOf } from '#reading/lean.ts';
import { lensOf } from '#reading/lenses.ts';
import { placeOf } from '#reading/place.ts';
import { weigh } from '#reading/weigh.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { evidenceFolder } from '../../test/worlds/evidence-folder.ts';
import { computed, END, simulate, type World, type WorldFacts } from '../../test/worlds/simulated/world.ts';
import { originsTold, repositoryOf } from '../../test/worlds/simulated/written/repository.ts';
import { voicesOf } from '../../test/worlds/simulated/written/voices.ts';
import { temporaryFolder } from '../left-behind.ts';
import { type Cell, LENS_CELLS } from './cells.ts';
import { needsFound } from './needs-found.ts';

/** Of one company: what is read otherwise than it is, and how often intervals hold the truth. */
export interface Whole {
  readonly differences: readonly string[];
  readonly told: number;
  readonly held: number;
}

/** All that a lens needs, and no work that a release leaves behind: a history has no branches here. */
const WHOLE = { ...(LENS_CELLS[0] as Cell).dials, held: [0, 0] as const };

/** One in five has somebody who writes a third of all asks: one voice among many from text to figure. */
const LOUD = { ...WHOLE, askers: 200, kin: 0.4, shouter: 0.33 };
const LOUD_ONE_OF = 5;

/** Told of documents, of lines, of a catalogue, of pull requests and who gave them, or of rounds, which are not written out. */
const NOT_WRITTEN = [
  ...['stale-docs', 'line-survival', 'catalogue-renewal', 'unsaid-favourite'],
  ...['candour', 'claim-conflicts', 'claim-drift', 'claim-support', 'kept-promises', 'service-promise', 'vague-claims'],
  ...['outsider-parity', 'listening-makers', 'unasked-features', 'customer-gains'],
  ...['must-have', 'self-image-gap', 'role-gap'],
];

async function readWhole(world: World): Promise<Whole> {
  const { git, renewal } = repositoryOf(world);
  using _ = git;
  const { tracker, reviews, threads } = voicesOf(world.facts);
  using voices = evidenceFolder({ name: 'Shop', kind: 'software' }, tracker, new Date(END).toISOString());
  const home = temporaryFolder('whole');
  try {
    const sources = [
      { kind: 'git', options: { path: git.folder } },
      { kind: 'evidence', options: { path: voices.folder } },
    ];
    writeFileSync(join(home, 'bifocal.json'), JSON.stringify({ product: 'Shop', kind: 'software', sources }));
    writeFileSync(join(home, 'reviews.csv'), reviews);
    const env = { BIFOCAL_HOME: join(home, 'store'), PATH: process.env.PATH };
    await said(['import', join(home, 'reviews.csv'), '--product', 'Shop', '--json'], env);
    const reading = JSON.parse(await said([home, '--json'], env)) as Reading;
    const files = { ...world.facts.renewal, files: renewal, from: END - 364 * 86_400_000, to: END };
    const found = await needsFound(env.BIFOCAL_HOME, 'Shop', threads);
    const facts = computed({ ...world.facts, ...found, threads, renewal: files, origins: originsTold(world) });
    return { ...heldBy(reading, world), differences: differencesOf(reading, facts) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function said(words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const terminal = capturedTerminal(env);
  const code = await run([...words], terminal);
  if (code !== 0) throw new Error(`bifocal ${words.join(' ')} ended with ${code}: ${terminal.err()}`);
  return terminal.out();
}

/** The same arithmetic on the company's own facts: figures, lenses, place, weeks, lean and stage must come out alike. */
function differencesOf(reading: Reading, facts: WorldFacts): string[] {
  const window = windowUntil(END);
  const found: string[] = [];
  const compare = (what: string, is: unknown, read: unknown) => {
    // Git keeps whole seconds and a tracker thousandths: a figure may differ behind the fourth digit.
    const near = typeof is === 'number' && typeof read === 'number' && Math.abs(is - read) < 1e-4 * (1 + Math.abs(is));
    const alike = near || is === read;
    if (!alike) found.push(`${what}: ${read} where it is ${is}`);
  };
  const weighed = (AUDITS as readonly Audit[]).flatMap((audit) =>
    NOT_WRITTEN.includes(audit.id) ? [] : [weigh(audit, facts, window)],
  );
  for (const { audit, n, value, state } of weighed) {
    const read = reading.audits.find(({ id }) => id === audit.id);
    compare(`${audit.id}, state`, state, read?.state);
    compare(`${audit.id}, cases`, n, read?.n ?? null);
    compare(`${audit.id}, figure`, value, read?.value ?? null);
  }
  const [product, customer] = [lensOf('product', weighed), lensOf('customer', weighed)];
  compare('product lens', product.reading.score, reading.lenses.product.score);
  compare('customer lens', customer.reading.score, reading.lenses.customer.score);
  const focus = focusOf(facts.weeks, END);
  for (const kind of ['making', 'telling', 'serving'] as const) {
    compare(`weeks of ${kind}`, focus[kind].weeks, reading.focus[kind].weeks);
    compare(`depth of ${kind}`, focus[kind].depth, reading.focus[kind].depth);
  }
  compare('lean', leanOf(facts.weeks, END).difference, reading.lean.difference);
  compare('lean in words', leanOf(facts.weeks, END).verdict, reading.lean.verdict);
  compare('stage', 'moving', reading.stage.name);
  const place = placeOf(product, customer);
  compare('place', `${place.certainty} ${place.name}`, `${reading.place.certainty} ${reading.place.name}`);
  return found;
}

function heldBy(reading: Reading, { truth }: World): { told: number; held: number } {
  const intervals = reading.audits.flatMap(({ id, interval }) => {
    const known = truth.audits[id];
    // What is not written out is what the few sentences of the texts make of it.
    const made = ['own-use', 'yearly-renewal', 'repeat-pain', ...NOT_WRITTEN].includes(id);
    return interval === null || known == null || made ? [] : [{ known, interval }];
  });
  const held = intervals.filter(
    ({ known, interval: { low, high } }) => low <= known + 1e-9 && (high === null || known <= high + 1e-9),
  );
  return { told: intervals.length, held: held.length };
}

export interface Wholes {
  readonly companies: number;
  /** Read to the last figure as they are. */
  readonly alike: number;
  /** What came out otherwise, and in how many. */
  readonly differences: ReadonlyMap<string, number>;
  readonly told: number;
  readonly held: number;
}

export async function readWholes(companies: number, done: (company: number) => void = () => {}): Promise<Wholes> {
  const differences = new Map<string, number>();
  const sums = { companies, alike: 0, told: 0, held: 0 };
  for (let company = 0; company < companies; company += 1) {
    const found = await readWhole(
      simulate(`whole ${company}`, company % LOUD_ONE_OF === LOUD_ONE_OF - 1 ? LOUD : WHOLE),
    );
    if (found.differences.length === 0) sums.alike += 1;
    for (const difference of found.differences) {
      const what = difference.slice(0, difference.indexOf(':'));
      differences.set(what, (differences.get(what) ?? 0) + 1);
    }
    sums.told += found.told;
    sums.held += found.held;
    done(company);
  }
  return { ...sums, differences };
}

/** For docs/guide/how-honest.md. */
export function wholeLines({ companies, alike, differences, told, held }: Wholes): string {
  const others = [...differences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, many]) => `${what} in ${many}`);
  const but = others.length === 0 ? '' : ` Otherwise: ${others.join(', ')}.`;
  const share = ((100 * held) / told).toFixed(1);
  return `Of ${companies} companies ${alike} read as they are to the fourth digit: state, cases and figure of each audit, both lenses, place, weeks and depth of each kind of work, lean and stage.${but} Of ${told} intervals that say 95 %, ${share} % hold the truth.`;
}
