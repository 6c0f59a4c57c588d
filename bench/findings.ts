/**
 * Prints every finding of every kind, also of those not yet precise enough for the front, to be checked by hand.
 * `node bench/findings.ts <repository…> [--years 5]`; with years, also as of each year before.
 * What was found true is told in docs/guide/findings.md.
 */
import { instantOf, windowUntil, YEAR_OF_WEEKS } from '#core/time.ts';
import { evaluateFacts } from '#engine/evaluate-facts.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { FACTS } from '#facts/registry.ts';
import { FINDINGS } from '#findings/registry.ts';
import { openStore } from '#store/open.ts';

async function printFindings(named: string, years: number): Promise<void> {
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  const target = await resolveTarget(named, process.cwd());
  const signal = new AbortController().signal;
  const reading = await reflect(store, { target, at: null, deep: false, signal, onProgress: () => {} });
  const at = Date.parse(reading.at);
  const rows = (name: Parameters<typeof store.read.stream>[1]) =>
    store.read.stream(reading.product.id, name, { until: at });
  const facts = (await evaluateFacts(FACTS, rows as never, at)) as unknown as Record<string, unknown>;
  console.log(`\n${reading.product.name}, ${reading.at}`);
  const windows = Array.from({ length: years }, (_, back) => windowUntil(at - back * YEAR_OF_WEEKS));
  for (const kind of FINDINGS) {
    const handed = Object.fromEntries(kind.facts.map((name) => [name, facts[name]]));
    for (const found of windows.flatMap((window) => kind.find(handed as never, window))) {
      console.log(`  ${kind.id}  ${instantOf(found.at).slice(0, 10)}  ${found.sentence}`);
      const texts = await store.read.evidence(
        reading.product.id,
        found.quotes.map(({ evidence }) => evidence),
      );
      for (const { evidence, where } of found.quotes) {
        const row = texts.find(({ id }) => id === evidence);
        const quote = typeof row?.data?.quote === 'string' ? row.data.quote : row?.title;
        console.log(`      “${quote}”  ${where}`);
      }
    }
  }
  await store.close();
}

const words = process.argv.slice(2);
const asked = words.indexOf('--years');
const years = asked === -1 ? 1 : Number(words[asked + 1]);
const repositories = words.filter((word, at) => word !== '--years' && words[at - 1] !== '--years');
for (const named of repositories) await printFindings(named, years);
