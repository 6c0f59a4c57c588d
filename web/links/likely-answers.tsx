/** How many likely answers wait for a look, and the way to them. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { linksQuery } from '../api/links.ts';
import { counted } from '../frame/words.ts';

export function LikelyAnswers({ product }: { product: string }) {
  const { data } = useInfiniteQuery(linksQuery(product, 'offered'));
  const waiting = data?.pages[0]?.total ?? 0;
  if (waiting === 0) return null;
  return (
    <p className="mt-3">
      <Link to="/p/$product/links" params={{ product }} className="btn">
        Look at {counted(waiting, 'likely answer')}
      </Link>
    </p>
  );
}
