/** What stands around the pages of one product: its head, the page, and beside it what is looked at closely. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { productQuery } from '../api/queries.ts';
import { NearPanel } from '../near/near-panel.tsx';
import { DropAnywhere } from '../sources/drop-anywhere.tsx';
import { Failure } from './failure.tsx';
import { StoodLine } from './stood-line.tsx';
import { Top } from './top.tsx';

const route = getRouteApi('/p/$product');

export function ProductFrame() {
  const { product: id } = route.useParams();
  const { near } = route.useSearch();
  const { data: product, error, refetch } = useQuery(productQuery(id));
  useEffect(() => {
    if (product) document.title = `${product.name} · Bifocal`;
  }, [product]);
  return (
    <>
      <Top product={product ?? null} />
      <div className={near === undefined ? 'sheet' : 'sheet has-near'}>
        <main id="page" tabIndex={-1}>
          <StoodLine product={id} />
          {error ? <Failure error={error} again={refetch} /> : <Outlet />}
        </main>
        {near !== undefined && <NearPanel product={id} near={near} />}
      </div>
      <DropAnywhere product={id} />
    </>
  );
}
