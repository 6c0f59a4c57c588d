/**
 * Waits of a product in your store, told two ways: the median of those that ended, and the one that counts those who still
 * wait. `node --disable-warning=ExperimentalWarning bench/waits.ts <product> --at 2014-12-31`, after it was read once.
 */
import { AUDITS } from '#audits/registry.ts';
import { isUnseen } from '#core/audit.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { windowUntil } from '#core/time.ts';
import { evaluateFacts } from '#engine/evaluate-facts.ts';
import { homeOf, keyOf } from '#engine/home.ts';
import { openStore } from '#engine/open-store.ts';
import { FACTS } from '#facts/registry.ts';

const [name, flag, day] = process.argv.slice(2);
const home = homeOf(process.env, process.platform);
const store = await openStore({ file: home.database, key: await keyOf(home) });
const product = (await store.products.list()).find((one) => one.name === name);
if (product === undefined || flag !== '--at' || day === undefined) throw new Error('name a product, and --at <day>');
const at = Date.parse(`${day}T23:59:59.999Z`);
const facts = await evaluateFacts(FACTS, (read) => store.read.stream(product.id, read, { until: at }), at, {
  heardUntil: at,
  shippedUntil: at,
});
for (const audit of AUDITS) {
  if (audit.estimate.of !== 'km-median') continue;
  const seen = audit.observe(facts as never, windowUntil(at));
  if (isUnseen(seen)) continue;
  const waits = seen.observations.map(({ time = 0 }) => time);
  const ended = seen.observations.filter(({ ended: end = true }) => end).map(({ time = 0 }) => time);
  const told = {
    waits: waits.length,
    ended: ended.length,
    medianOfEnded: middle(ended),
    medianOfAll: prepare(audit.estimate, seen.observations).value(),
  };
  process.stdout.write(`${audit.id} ${JSON.stringify(told)}\n`);
}
await store.close();

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
