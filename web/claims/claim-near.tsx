/** One claim looked at closely: the sides in their own words, what a person decides, the evidence behind it. */
import { useQuery } from '@tanstack/react-query';
import { claimsQuery } from '../api/claims.ts';
import { Failure } from '../frame/failure.tsx';
import { Rows } from '../near/rows.tsx';
import { Decide } from './decide.tsx';
import { aboutOf, isOwn } from './group.tsx';
import { Side } from './sides.tsx';
import { verdictOf } from './verdicts.ts';

/** As many of a side as can be read beside another. */
const MOST = 4;

export function ClaimNear({ product, id }: { product: string; id: string }) {
  const { data, error, refetch } = useQuery(claimsQuery(product));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  const claim = data.items.find((one) => one.id === id);
  if (claim === undefined) return <p>This claim is not made any more.</p>;
  const { says, places, quotes } = claim;
  const { heading, glyph, look } = verdictOf(claim.verdict);
  const ids = [...new Set([...quotes, ...places].map(({ evidence }) => evidence))];
  return (
    <div className="closely">
      <h2>
        <span aria-hidden="true" className={`glyph ${look}`}>
          {glyph}
        </span>{' '}
        {heading}
      </h2>
      <p className={isOwn(claim) ? 'mt-2' : 'said mt-2'}>{isOwn(claim) ? says : `“${says}”`}</p>
      <p className="small dim mt-1">{aboutOf(claim)}</p>
      <div className="sides">
        <Side head="The brand" quotes={places.toReversed()} most={MOST} />
        <Side head="What shipped" quotes={quotes.filter(({ side }) => side === 'ships')} most={MOST} />
        <Side head="Customers" quotes={quotes.filter(({ side }) => side === 'says')} most={MOST} />
      </div>
      {quotes.length === 0 && <p className="small dim mt-3">Nothing that was read speaks for or against it.</p>}
      <Decide key={id} product={product} claim={claim} />
      <Rows product={product} ids={ids} more={Math.max(0, ids.length - 100)} />
    </div>
  );
}
