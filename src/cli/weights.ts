/** `bifocal weights`: where either lens would stand if some questions counted more; a view, the reading stays as it is. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import { BifocalError } from '#core/errors.ts';
import { type OwnWeights, ownWeightsOf } from '#core/own-weights.ts';
import { newestUnder } from '#engine/own-weights.ts';
import { indent, wrap } from '#report/terminal/layout.ts';
import { paintFor, plain } from '#report/terminal/style.ts';
import { weightedSentence } from '#report/weights-words.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const LENSES = [
  ['product', 'Product'],
  ['customer', 'Customer'],
] as const;
const IDS = Object.keys(QUESTIONS) as QuestionId[];

export async function weightsCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const said = asked.targets.join(',');
  const weights = ownWeightsOf(said);
  if (weights === null) {
    const cause = `“${said}” are no weights; say told:3 loved:0, from 0 to 4, of ${IDS.join(', ')}.`;
    throw new BifocalError('USAGE', { cause, command: 'weights' });
  }
  await withProduct(asked, terminal, async (store, product) => {
    const under = await newestUnder(store, product.id, weights);
    if (asked.flags.json === true) return terminal.print(`${JSON.stringify(under, null, 2)}\n`);
    if (under === null) return terminal.print(' Nothing was read yet. Begin with: bifocal\n');
    const { screen } = terminal;
    const paint = paintFor(screen);
    const lines = LENSES.flatMap(([lens, name]) => [
      ` ${paint('strong', name)}`,
      ...indent(wrap(weightedSentence(under, lens), screen.columns - 3), 2),
      ...IDS.filter((id) => QUESTIONS[id].lens === lens).map((id) => weighed(id, weights)),
      '',
    ]);
    terminal.print(
      plain(screen, ['', ...lines, ' The reading stays as it is: it counts each question once.', ''].join('\n')),
    );
  });
  return 0;
}

function weighed(id: QuestionId, weights: OwnWeights): string {
  const weight = weights[id] ?? 1;
  const counts = weight === 0 ? 'left out' : weight === 1 ? 'once' : `${weight} times`;
  return `   ${id.padEnd(10)} ${counts.padEnd(10)} ${QUESTIONS[id].question}`;
}
