/**
 * Measures the reference panel: the audits' figures over named products, each at the commit that was read.
 * `node bench/panel.ts <repository[,threads.json][@2021-12-31]…> [--write]` prints it, or merges it into bench/panel.json.
 * Beside the repository may stand its saved threads, such as the backups that some products keep in public, or
 * `github:owner/name`, which reads them live; then audits of voices have figures too, as of the end of the backup or the
 * day that is named. Elsewhere git alone is read (`history only`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reading } from '#core/reading.ts';
import { openGit } from '#engine/git.ts';
import { reflect } from '#engine/reflect.ts';
import { joinTargets, resolveTarget, type Target } from '#engine/target.ts';
import { openStore } from '#store/open.ts';
import { type Size, SORTS, type Sort, sizeOf, sortOf } from './panel-sorts.ts';

interface Member {
  readonly product: string;
  /** Decided by hand (panel-sorts.ts); null where nobody has. */
  readonly sort: Sort | null;
  readonly size: Size;
  /** What was read of it. */
  readonly strands: 'history only' | 'history and threads';
  readonly feedback: number;
  readonly kind: string;
  readonly commit: string;
  readonly at: string;
  readonly changes: number;
  readonly stage: string;
  readonly weeks: { readonly making: number | null; readonly telling: number | null };
  readonly figures: Readonly<Record<string, { readonly value: number; readonly n: number }>>;
}

const FILE = fileURLToPath(new URL('./panel.json', import.meta.url));

async function measure(word: string): Promise<Member> {
  const [named = '', day] = word.split(/@(?=\d{4}-\d\d-\d\d$)/);
  const [repository = '', ...threads] = named.split(',');
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  try {
    const [first, ...others] = await Promise.all(
      [repository, ...threads].map((one) => resolveTarget(one, process.cwd())),
    );
    const signal = new AbortController().signal;
    const order = { target: joinTargets([first as Target, ...others]), deep: false, signal, onProgress: () => {} };
    const whole = await reflect(store, { ...order, at: null });
    const at = day === undefined ? (threads.length === 0 ? null : endOf(whole)) : Date.parse(`${day}T23:59:59Z`);
    const reading = at === null ? whole : await reflect(store, { ...order, at });
    const commit = (await openGit(repository).text(['rev-parse', 'HEAD'])).trim();
    const name = nameOf(repository);
    const size = sizeOf(reading.evidence.changes);
    const strands = threads.length === 0 ? 'history only' : 'history and threads';
    const { feedback } = reading.evidence;
    return { product: name, sort: sortOf(name), size, strands, feedback, commit, ...toldBy(reading) };
  } finally {
    await store.close();
  }
}

/** The day on which a backup ends: read later, its silence would look like nobody answering. */
function endOf({ evidence }: Reading): number | null {
  const until = evidence.strands.find(({ strand }) => strand === 'says')?.observedUntil;
  return until ? Date.parse(until) : null;
}

/** `owner+name/repo` or `name`: the name that its makers gave it. */
function nameOf(repository: string): string {
  const parts = repository.split('/').filter((part) => part !== '' && part !== 'repo' && part !== '.git');
  return (parts.at(-1) ?? repository).split('+').at(-1) ?? repository;
}

function toldBy({
  product,
  at,
  evidence,
  stage,
  focus,
  audits,
}: Reading): Omit<Member, 'product' | 'commit' | 'sort' | 'size' | 'strands' | 'feedback'> {
  const known = audits.filter(({ value, n }) => value !== null && n !== null);
  return {
    kind: product.kind,
    at,
    changes: evidence.changes,
    stage: stage.name ?? 'not known',
    weeks: { making: focus.making.weeks, telling: focus.telling.weeks },
    figures: Object.fromEntries(known.map(({ id, value, n }) => [id, { value: rounded(value ?? 0), n: n ?? 0 }])),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The tenth, the middle and the ninth tenth of each figure: of all, and of each sort with members enough. */
const ENOUGH = 5;

function summary(members: readonly Member[]): void {
  const ids = [...new Set(members.flatMap(({ figures }) => Object.keys(figures)))].sort();
  for (const sort of [null, ...SORTS]) {
    const of = sort === null ? members : members.filter((member) => member.sort === sort);
    console.log(`\n${sort ?? 'all'}: ${of.length} products`);
    for (const id of ids) {
      const values = of.flatMap(({ figures }) => figures[id]?.value ?? []).sort((a, b) => a - b);
      if (values.length < ENOUGH) continue;
      const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))];
      const shown = [0.1, 0.5, 0.9].map((share) => String(at(share)).padStart(9)).join('');
      console.log(`  ${id.padEnd(24)} n ${String(values.length).padStart(2)}  p10, median, p90 ${shown}`);
    }
  }
}

const words = process.argv.slice(2);
const before = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Member[];
const measured: Member[] = [];
for (const repository of words.filter((word) => !word.startsWith('--'))) {
  const member = await measure(repository);
  measured.push(member);
  console.log(
    `${member.product.padEnd(20)} ${member.at.slice(0, 10)} ${member.stage.padEnd(8)} ${JSON.stringify(member.figures)}`,
  );
}
const names = new Set(measured.map(({ product }) => product));
const panel = [...before.filter(({ product }) => !names.has(product)), ...measured].sort((a, b) =>
  a.product < b.product ? -1 : 1,
);
summary(panel);
if (words.includes('--write')) writeFileSync(FILE, `${JSON.stringify(panel, null, 2)}\n`);
