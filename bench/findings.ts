/**
 * Prints every finding of every kind, also of those not yet precise enough for the front, to be checked by hand.
 * `node bench/findings.ts <target…> [--years 5] [--at 2024-06-30] [--kind gone-offer]`; with years,
 * also as of each year before; with days (a comma between them), as everything stood then, documents too.
 * `--store <file> --product <name>`: together with what was imported into that product, such as the threads of a tracker.
 * What was found true is told in docs/guide/findings.md.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reading } from '#core/reading.ts';
import { instantOf, windowUntil, YEAR_OF_WEEKS } from '#core/time.ts';
import { evaluateFacts } from '#engine/evaluate-facts.ts';
import { asItStood } from '#engine/past.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { FACTS } from '#facts/registry.ts';
import { FINDINGS } from '#findings/registry.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#store/store.ts';

interface Wanted {
  readonly years: number;
  readonly at: number | null;
  readonly kind: string | null;
  readonly file: string | null;
  readonly product: string | null;
}

async function printFindings(named: string, wanted: Wanted): Promise<void> {
  const { file, product } = wanted;
  const key = file === null ? new Uint8Array(32) : readFileSync(join(dirname(file), 'pseudonym.key'));
  const store = await openStore({ file: file ?? ':memory:', key });
  const target = await resolveTarget(named, process.cwd());
  const signal = new AbortController().signal;
  const order = {
    target: product === null ? target : { ...target, product },
    ...{ at: wanted.at, deep: false, signal, onProgress: () => {} },
  };
  const reading = await reflect(store, order);
  const at = Date.parse(reading.at);
  const print = () => printRead(store, reading, wanted);
  await (file === null || wanted.at === null ? print() : asItStood(store, reading.product.id, { ...order, at }, print));
  await store.close();
}

async function printRead(store: Store, reading: Reading, { years, kind: only }: Wanted): Promise<void> {
  const at = Date.parse(reading.at);
  const rows = (name: Parameters<typeof store.read.stream>[1]) =>
    store.read.stream(reading.product.id, name, { until: at });
  const until = (strand: string) =>
    Math.min(
      at,
      Date.parse(reading.evidence.strands.find((one) => one.strand === strand)?.observedUntil ?? reading.at),
    );
  const known = { heardUntil: until('says'), shippedUntil: until('ships') };
  const facts = (await evaluateFacts(FACTS, rows as never, at, known)) as unknown as Record<string, unknown>;
  console.log(`\n${reading.product.name}, ${reading.at}`);
  const windows = Array.from({ length: years }, (_, back) => windowUntil(at - back * YEAR_OF_WEEKS));
  for (const kind of FINDINGS) {
    if (only !== null && kind.id !== only) continue;
    const handed = Object.fromEntries(kind.facts.map((name) => [name, facts[name]]));
    for (const found of windows.flatMap((window) => kind.find(handed as never, window))) {
      console.log(`  ${kind.id}  ${instantOf(found.at).slice(0, 10)}  ${found.sentence}`);
      const texts = await store.read.evidence(
        reading.product.id,
        found.quotes.map(({ evidence }) => evidence),
      );
      for (const { evidence, field, line: wanted, where } of found.quotes) {
        const row = texts.find(({ id }) => id === evidence);
        const text = field === 'quote' ? row?.data?.quote : row?.[field];
        const quote = String(text ?? '')
          .split('\n')
          .find((line, place) => (wanted === undefined ? line.trim() !== '' : place === wanted - 1));
        console.log(`      “${quote}”  ${where}`);
      }
    }
  }
}

const words = process.argv.slice(2);
const after = (option: string) => words[words.indexOf(option) + 1] ?? null;
const has = (option: string) => words.includes(option);
const years = has('--years') ? Number(after('--years')) : 1;
const days = has('--at') ? (after('--at') ?? '').split(',').map((day) => Date.parse(day)) : [null];
const given = (option: string) => (has(option) ? after(option) : null);
const [kind, file, product] = [given('--kind'), given('--store'), given('--product')];
const targets = words.filter((word, place) => !word.startsWith('--') && !(words[place - 1] ?? '').startsWith('--'));
for (const named of targets) for (const at of days) await printFindings(named, { years, at, kind, file, product });
