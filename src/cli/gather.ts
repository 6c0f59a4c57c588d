/** `bifocal gather`: everything that a product's sources hold by now; stopped at any moment, the next one goes on. */
import { BifocalError } from '#core/errors.ts';
import { instantOf } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import { dueOf, noteNext, sourcesOfExports } from '#engine/gather-due.ts';
import { gatherSources, type SourceOutcome } from '#engine/gather-sources.ts';
import { knownTarget } from '#engine/product.ts';
import { applyRetention } from '#engine/retention.ts';
import { wrap } from '#report/terminal/layout.ts';
import { plain, type Screen } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function gatherCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const json = asked.flags.json === true;
  return withProduct(asked, terminal, async (store, product) => {
    const known = await knownTarget(store, product.name, terminal.cwd);
    const brought = await sourcesOfExports(store, product.id);
    const fitting = [...(known?.sources ?? []), ...brought].filter(
      ({ kind }) => asked.targets.length === 0 || asked.targets.includes(kind),
    );
    if (known === null || fitting.length === 0) throw new BifocalError('NO_SOURCES', { product: product.name });
    const due = asked.flags.due === true;
    const wanted = due ? await dueOf(store, product.id, { ...known, sources: fitting }, Date.now()) : fitting;
    if (wanted.length === 0) {
      terminal.print(json ? jsonOf(product.name, [], 0) : `\n ${product.name}: nothing is due yet.\n`);
      return 0;
    }
    const live = liveProgress(terminal);
    const order = {
      ...{ target: { ...known, productId: product.id, sources: wanted }, at: null, deep: asked.flags.deep === true },
      ...{ patient: true, signal: terminal.signal, env: terminal.env },
      onProgress: (progress: Parameters<typeof live.on>[0]) => {
        if (progress.step !== 'estimate') return live.on(progress);
        live.end();
        const lines = wrap(progress.sentence, terminal.errorScreen.columns - 2);
        if (!json) terminal.warn(`${lines.map((line) => ` ${line}\n`).join('')}`);
      },
    };
    const { outcomes } = await gatherSources(store, order).finally(() => live.end());
    const read = outcomes.filter(({ kind }) => wanted.some((one) => one.kind === kind));
    const failed = ({ sourceId, counts, missing }: SourceOutcome) => isFailed(sourceId, counts, missing);
    await noteNext(store, product.id, read, failed, Date.now());
    const expired = await applyRetention(store, product.id, Date.now());
    terminal.print(json ? jsonOf(product.name, read, expired) : words(product.name, read, expired, terminal.screen));
    return read.some(failed) ? 1 : 0;
  });
}

function jsonOf(product: string, outcomes: readonly SourceOutcome[], expired: number): string {
  const sources = outcomes.map(({ kind, counts, observedUntil, missing }) => ({
    ...{ kind, added: counts?.added ?? 0, updated: counts?.updated ?? 0, gone: counts?.gone ?? 0 },
    ...{ observedUntil: observedUntil === null ? null : instantOf(observedUntil), missing },
  }));
  return `${JSON.stringify({ product, sources, expired }, null, 2)}\n`;
}

function words(product: string, outcomes: readonly SourceOutcome[], expired: number, screen: Screen): string {
  const lines = outcomes.flatMap(({ kind, counts, missing, sourceId }) => [
    ` ${kind.padEnd(11)} ${isFailed(sourceId, counts, missing) ? 'not read this time' : countWords(counts)}`,
    ...missing.flatMap(({ because, remedy }) =>
      wrap(`${because} ${remedy}`, screen.columns - 14).map((line) => `${' '.repeat(13)}${line}`),
    ),
  ]);
  const kept = expired === 0 ? [] : [` ${thousands(expired)} texts were older than is kept, and are gone.`];
  return plain(screen, `\n ${product}\n\n${[...lines, ...kept].join('\n')}\n\n bifocal reflect reads it.\n`);
}

/** What is known from before is still read; nothing came this time. */
function isFailed(sourceId: string, counts: SourceOutcome['counts'], missing: SourceOutcome['missing']): boolean {
  return sourceId === '' || (counts === undefined && missing.some(({ code }) => code !== 'NOT_COLLECTED'));
}

function countWords(counts: SourceOutcome['counts']): string {
  if (counts === undefined || counts.added + counts.updated + counts.gone === 0) return 'nothing new';
  const said = [
    `${thousands(counts.added)} new`,
    ...(counts.updated > 0 ? [`${thousands(counts.updated)} changed`] : []),
    ...(counts.gone > 0 ? [`${thousands(counts.gone)} gone there`] : []),
  ];
  return said.join(', ');
}
