/** An address that leads nowhere, and a page that broke: both say where to go on. */
import { Link } from '@tanstack/react-router';
import { Failure } from './failure.tsx';
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

/** What was read is kept by the server: a broken page loses nothing. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <main id="page" tabIndex={-1}>
      <h1 className="verdict">This page broke. What was read is kept.</h1>
      <Failure part error={error} again={reset} />
    </main>
  );
}
