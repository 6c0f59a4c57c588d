/** No need can be told: nobody was heard, or too few, or too unlike each other. */
import { Link } from '@tanstack/react-router';
import { counted } from '../frame/words.ts';

export function NothingHeard({ product, pieces }: { product: string; pieces: number }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h1 className="verdict" id="empty">
        {pieces === 0 ? 'Nobody was heard yet.' : 'No need shows yet.'}
      </h1>
      <p className="deck mt-3">
        {pieces === 0
          ? 'Needs are found in what customers say: issues, reviews, tickets, a survey.'
          : `${counted(pieces, 'piece')} of feedback ${pieces === 1 ? 'is' : 'are'} too few, or too unlike each other, to show one.`}
      </p>
      <p className="mt-6">
        <Link to="/p/$product/sources" params={{ product }} className="btn main">
          Connect what customers say
        </Link>
      </p>
    </section>
  );
}
