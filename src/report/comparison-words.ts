/** A comparison in words that every face shares: who is ahead, how surely, and why something is not ranked. */
import type { ComparedFigure, Comparison } from '#core/comparison.ts';
import { dateWords } from './figures.ts';

type Product = Comparison['products'][number];

/** `vite, datasette and rails` */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export function comparedHead({ products }: Comparison): string {
  const days = [...new Set(products.map(({ at }) => dateWords(at)))];
  return `${listed(products.map(({ name }) => name))} side by side, each over the year to ${listed(days)}.`;
}

/** Neighbours in rank, one sentence each; or why there is no rank. */
export function rankWords(figure: ComparedFigure, products: readonly Product[]): string[] {
  const named = (id: string) => products.find((product) => product.id === id)?.name ?? id;
  const left = [...Map.groupBy(figure.leftOut, ({ because }) => because)].map(([because, some]) => {
    return `Left out: ${listed(some.map(({ product }) => named(product)))}. ${because}`;
  });
  if (figure.because !== null) return [...(figure.rows.length < 2 ? [] : [figure.because]), ...left];
  const neighbours = figure.rows.slice(1).flatMap(({ product }, at) => {
    const before = figure.rows[at]?.product;
    return figure.pairs.filter(({ ahead, behind }) => ahead === before && behind === product);
  });
  const sentences = neighbours.map(({ ahead, behind, certainty, probability }) => {
    const [one, other] = [named(ahead), named(behind)];
    if (certainty === 'cannot be told') return `${one} and ${other} cannot be told apart.`;
    const sure = certainty === 'is' ? 'is ahead of' : 'is probably ahead of';
    return `${one} ${sure} ${other}: ${Math.min(99, Math.round(probability * 100))} in 100.`;
  });
  return [...sentences, ...left];
}
