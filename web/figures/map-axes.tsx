/** The axes of the map: each carries the interval of its lens, or its band, with the number. */
import type { View } from '#report/view.ts';
import { LEFT, type Scales, TOP } from './map-frame.ts';

type Axes = View['map']['axes'];

export function MapAxes({ axes: { product, customer }, scales: { x, y, side } }: { axes: Axes; scales: Scales }) {
  const floor = TOP + side + 5;
  const wall = LEFT - 11;
  const words = {
    x: clamp(x(middleOf(product)), LEFT + half(product) + 14, LEFT + side - half(product) - 30),
    y: clamp(y(middleOf(customer)), TOP + half(customer) + 22, TOP + side - half(customer) - 14),
  };
  return (
    <>
      <g className="tick">
        <text className="tick" x={LEFT} y={TOP + side + 34} textAnchor="middle">
          0
        </text>
        <text className="tick" x={LEFT + side} y={TOP + side + 34} textAnchor="end">
          100
        </text>
        <text className="tick" x={LEFT - 12} y={TOP + side} textAnchor="end">
          0
        </text>
        <text className="tick" x={LEFT - 12} y={TOP + 10} textAnchor="end">
          100
        </text>
      </g>
      <g className="hp">
        <rect
          className={bandOf(product)}
          x={x(product.low)}
          y={floor}
          width={x(product.high) - x(product.low)}
          height="6"
        />
        {product.score !== null && <path className="est" d={`M${x(product.score)} ${floor - 2}v10`} />}
        <text className="axp" x={words.x} y={floor + 26} textAnchor="middle">
          Product {product.words}
        </text>
      </g>
      <g className="hc">
        <rect
          className={bandOf(customer)}
          x={wall}
          y={y(customer.high)}
          width="6"
          height={y(customer.low) - y(customer.high)}
        />
        {customer.score !== null && <path className="est" d={`M${wall - 2} ${y(customer.score)}h10`} />}
        <text className="axc" transform={`translate(${wall - 10} ${words.y}) rotate(-90)`} textAnchor="middle">
          Customer {customer.words}
        </text>
      </g>
    </>
  );
}

function bandOf({ score }: Axes['product']): string {
  return score === null ? 'open' : 'band';
}

function middleOf({ score, low, high }: Axes['product']): number {
  return score ?? (low + high) / 2;
}

/** Half of what an axis's words take, so that they stay clear of its 0 and its 100. */
function half({ words }: Axes['product']): number {
  return 3.4 * (words.length + 'Customer '.length);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
