/** What is claimed, and what speaks for and against it: strengths that nobody says first, then what needs a look. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Claim, claimsQuery } from '../api/claims.ts';
import { Failure } from '../frame/failure.tsx';
import { counted } from '../frame/words.ts';
import { Waiting } from '../reading/waiting.tsx';
import { Group } from './group.tsx';
import { VERDICTS } from './verdicts.ts';

const route = getRouteApi('/p/$product');

export function ClaimsPage() {
  const { product } = route.useParams();
  const { data, error, refetch } = useQuery(claimsQuery(product));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting words="Holding what is claimed against what shipped and what customers say." />;
  if (data.items.length === 0) return <NothingClaimed product={product} />;
  return (
    <>
      <h1 className="verdict">{headOf(data.items)}</h1>
      <Tally claims={data.items} />
      <p className="deck mt-3">
        Each claim is held against what shipped and what customers say. Is a verdict wrong, or a conflict real? Open the
        claim and say so.
      </p>
      {VERDICTS.map((verdict) => {
        const claims = data.items.filter((one) => one.verdict === verdict.id);
        return claims.length === 0 ? null : <Group key={verdict.id} verdict={verdict} claims={claims} />;
      })}
    </>
  );
}

function headOf(items: readonly Claim[]): string {
  const many = (found: (verdict: string) => boolean) => items.filter(({ verdict }) => found(verdict)).length;
  const unsaid = many((verdict) => verdict === 'unsaid');
  const backed = many((verdict) => verdict.startsWith('backed'));
  const look = many((verdict) => verdict === 'seems to conflict');
  const outside = many((verdict) => verdict === 'could not be squared from outside');
  const problems = many((verdict) => verdict === 'not mentioned');
  const claims = items.length - unsaid - problems;
  const strengths = unsaid === 0 ? '' : ` ${counted(unsaid, 'strength')} ${unsaid === 1 ? 'is' : 'are'} said nowhere.`;
  const silent =
    problems === 0 ? '' : ` ${counted(problems, 'known problem')} ${problems === 1 ? 'is' : 'are'} not mentioned.`;
  const conflicts =
    outside > 0
      ? `, ${outside} could not be squared from outside`
      : look === 0
        ? ''
        : `, ${look} ${look === 1 ? 'seems' : 'seem'} to conflict`;
  return `Of ${counted(claims, 'claim')}, ${backed} ${backed === 1 ? 'has' : 'have'} backing${conflicts}.${strengths}${silent}`;
}

/** One glyph for a claim, up to as many as can still be seen one by one. */
const GLYPHS = 60;

function Tally({ claims }: { claims: readonly Claim[] }) {
  return (
    <ul className="tally mt-4">
      {VERDICTS.map(({ id, glyph, look }) => {
        const many = claims.filter(({ verdict }) => verdict === id).length;
        return many === 0 ? null : (
          <li key={id}>
            {claims.length <= GLYPHS && (
              <span aria-hidden="true" className={`glyph ${look}`}>
                {glyph.repeat(many)}
              </span>
            )}
            <span className="small">
              <b>{many}</b> {id}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function NothingClaimed({ product }: { product: string }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h1 className="verdict" id="empty">
        Nothing that was read claims anything.
      </h1>
      <p className="deck mt-3">A README, pages, posts or advertisements would say what the brand claims.</p>
      <p className="mt-6">
        <Link to="/p/$product/sources" params={{ product }} className="btn main">
          Connect what it claims
        </Link>
      </p>
    </section>
  );
}
