/** Question by question: the figure of each product with its interval, and who is ahead, how surely. */
import type { ComparedFigure } from '#core/comparison.ts';
import { Caliper } from '../figures/caliper.tsx';
import type { Compared } from './compare-page.tsx';

export function ComparedFigures({ compared: { comparison, words } }: { compared: Compared }) {
  const name = (id: string) => comparison.products.find((product) => product.id === id)?.name ?? id;
  return comparison.figures
    .filter(({ rows, question }) => rows.length > 0 || question === null)
    .map((figure) => (
      <section key={`${figure.lens}:${figure.id}`} aria-labelledby={idOf(figure)}>
        <h2 id={idOf(figure)}>{figure.question ?? (figure.lens === 'product' ? 'Product lens' : 'Customer lens')}</h2>
        <ul className="rows">
          {figure.rows.map(({ product, value, interval }) => (
            <li key={product}>
              <span>
                {name(product)} <b>{Math.round(value)}</b>
                {interval && (
                  <span className="small dim">
                    {' '}
                    {Math.round(interval.low)} to {Math.round(interval.high)}
                  </span>
                )}
              </span>
              <Caliper
                hue={figure.lens}
                score={value}
                interval={interval ?? { low: value, high: value }}
                name={`${name(product)} ${Math.round(value)}`}
              />
            </li>
          ))}
        </ul>
        {words[`${figure.lens}:${figure.id}`]?.map((sentence) => (
          <p key={sentence} className="small dim">
            {sentence}
          </p>
        ))}
      </section>
    ));
}

function idOf({ lens, id }: ComparedFigure): string {
  return `of-${lens}-${id}`;
}
