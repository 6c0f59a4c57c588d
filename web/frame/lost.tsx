/** An address that leads nowhere. */
import { Link } from '@tanstack/react-router';
import { Top } from './top.tsx';

export function Lost() {
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1}>
        <h1 className="verdict">There is no page at this address.</h1>
        <p className="mt-4">
          <Link to="/" className="btn">
            To the products
          </Link>
        </p>
      </main>
    </>
  );
}
