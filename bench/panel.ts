/**
 * Measures the reference panel: the audits' figures over named products, each at the commit that was read.
 * `node bench/panel.ts <repository…> [--write]` prints it, or merges it into bench/panel.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reading } from '#core/reading.ts';
import { openGit } from '#engine/git.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { openStore } from '#store/open.ts';

interface Member {
  readonly product: string;
  readonly kind: string;
  readonly commit: string;
  readonly at: string;
  readonly changes: number;
  readonly stage: string;
  readonly weeks: { readonly making: number | null; readonly telling: number | null };
  readonly figures: Readonly<Record<string, { readonly value: number; readonly n: number }>>;
}

const FILE = fileURLToPath(new URL('./panel.json', import.meta.url));

async function measure(repository: string): Promise<Member> {
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  try {
    const target = await resolveTarget(repository, process.cwd());
    const signal = new AbortController().signal;
    const reading = await reflect(store, { target, at: null, deep: false, signal, onProgress: () => {} });
    const commit = (await openGit(repository).text(['rev-parse', 'HEAD'])).trim();
    return { product: reading.product.name, commit, ...toldBy(reading) };
  } finally {
    await store.close();
  }
}

function toldBy({ product, at, evidence, stage, focus, audits }: Reading): Omit<Member, 'product' | 'commit'> {
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

/** Smallest, tenth, median, nineteenth of twenty … as the norms cite them. */
function summary(members: readonly Member[]): void {
  const ids = [...new Set(members.flatMap(({ figures }) => Object.keys(figures)))].sort();
  for (const id of ids) {
    const values = members.flatMap(({ figures }) => figures[id]?.value ?? []).sort((a, b) => a - b);
    const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))];
    console.log(
      `${id.padEnd(24)} n ${String(values.length).padStart(2)}  p10 ${at(0.1)}  median ${at(0.5)}  p90 ${at(0.9)}`,
    );
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
