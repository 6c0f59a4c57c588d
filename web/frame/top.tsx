/** The head of every page: the mark, whose reading it is, the pages; on a telephone the pages stand at the bottom. */
import { Link } from '@tanstack/react-router';
import type { Product } from '../api/types.ts';
import { PAGES } from './pages.ts';

export function Top({ product }: { product: Product | null }) {
  return (
    <>
      <header className="top">
        <Link className="brand" to="/" aria-label="Bifocal, to all products">
          <svg className="mark" aria-hidden="true">
            <use href="#mark" />
          </svg>
          <svg className="word" aria-hidden="true">
            <use href="#word" />
          </svg>
        </Link>
        {product && (
          <Link
            className="work"
            to="/"
            aria-label={`${product.name}${product.sample ? ', a sample, invented' : ''}; choose another product`}
          >
            <b>{product.name}</b>
            {product.sample && <span className="small dim"> a sample, invented</span>}
          </Link>
        )}
        {product && (
          <nav className="nav" aria-label="Pages">
            <PageLinks product={product.id} />
          </nav>
        )}
      </header>
      {product && (
        <nav className="navfoot" aria-label="Pages" ref={showCurrent}>
          <PageLinks product={product.id} />
        </nav>
      )}
    </>
  );
}

function PageLinks({ product }: { product: string }) {
  return PAGES.map(({ to, name }) => (
    <Link key={to} to={to} params={{ product }} activeOptions={{ exact: true, includeSearch: false }}>
      {name}
    </Link>
  ));
}

/** On a telephone the bar is wider than the screen: it begins where one stands. */
function showCurrent(bar: HTMLElement | null): void {
  const current = bar?.querySelector<HTMLElement>('[aria-current]');
  if (bar && current) bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
}
