/**
 * How honest the expected change of an action is: `npm run predictions -- [--worlds 300]`. Simulated companies are read,
 * every action is imagined, and a year later the same is done to the cases that came.
 */
import { parseArgs } from 'node:util';
import { coveredIn, predictionsIn } from './predictions/worlds.ts';

const { values } = parseArgs({ options: { worlds: { type: 'string', default: '300' } } });
const predictions = Array.from({ length: Number(values.worlds) }, (_, world) =>
  predictionsIn(`predicted ${world}`),
).flat();
const percent = (share: number) => `${(share * 100).toFixed(1)}`;
console.log('| action on | predictions | held of 90 % | expected, mean | came, mean |\n|---|--:|--:|--:|--:|');
const same = predictions.filter((one) => one.same);
for (const { of, predictions: n, held, expected, realised } of coveredIn(same)) {
  console.log(`| ${of} | ${n} | ${percent(held / n)} | ${expected.toFixed(1)} | ${realised.toFixed(1)} |`);
}
console.log(
  `\n${predictions.length - same.length} of ${predictions.length} left out: other figures answered for the lens a year later.`,
);
