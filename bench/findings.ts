/**
 * Prints every finding of every kind, also of those not yet precise enough for the front, to be checked by hand.
 * `node bench/findings.ts <target…> [--years 5] [--at 2024-06-30] [--kind gone-offer]`; with years,
 * also as of each year before; with a day, as everything stood then, documents too.
 * What was found true is told in docs/guide/findings.md.
 */
import { instantOf, windowUntil, YEAR_OF_WEEKS } from '#core/time.ts';
import { evaluateFacts } from '#engine/evaluate-facts.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { FACTS } from '#facts/registry.ts';
import { FINDINGS } from '#findings/registry.ts';
import { openStore } from '#store/open.ts';

interface Wanted {
  readonly years: number;
  readonly at: number | null;
  readonly kind: string | null;
}

async function printFindings(named: string, { years, at: asked, kind: only }: Wanted): Promise<void> {
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  const target = await resolveTarget(named, process.cwd());
  const signal = new AbortController().signal;
  const reading = await reflect(store, { target, at: asked, deep: false, signal, onProgress: () => {} });
  const at = Date.parse(reading.at);
  const rows = (name: Parameters<typeof store.read.stream>[1]) =>
    store.read.stream(reading.product.id, name, { until: at });
  const facts = (await evaluateFacts(FACTS, rows as never, at)) as unknown as Record<string, unknown>;
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
      for (const { evidence, field, where } of found.quotes) {
        const row = texts.find(({ id }) => id === evidence);
        const text = field === 'quote' ? row?.data?.quote : row?.[field];
        const quote = String(text ?? '')
          .split('\n')
          .find((line) => line.trim() !== '');
        console.log(`      “${quote}”  ${where}`);
      }
    }
  }
  await store.close();
}

const words = process.argv.slice(2);
const after = (option: string) => words[words.indexOf(option) + 1] ?? null;
const has = (option: string) => words.includes(option);
const years = has('--years') ? Number(after('--years')) : 1;
const day = has('--at') ? after('--at') : null;
const kind = has('--kind') ? after('--kind') : null;
const targets = words.filter((word, place) => !word.startsWith('--') && !(words[place - 1] ?? '').startsWith('--'));
for (const named of targets) await printFindings(named, { years, at: day === null ? null : Date.parse(day), kind });
