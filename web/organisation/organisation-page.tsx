/** An organisation: what it is called, its products, who belongs to it, what was changed; for its owners also another one. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Organisation, organisationQuery } from '../api/access.ts';
import { Failure } from '../frame/failure.tsx';
import { Top } from '../frame/top.tsx';
import { dayWords } from '../frame/words.ts';
import { Waiting } from '../reading/waiting.tsx';
import { LogPart } from '../settings/log.tsx';
import { MembersPart } from '../settings/members.tsx';
import { AnotherOrganisation, Called, ReadHere } from './forms.tsx';

const route = getRouteApi('/organisation/$organisation');
const SEEN_AS = {
  owner: 'You are an owner: you say who else may see what.',
  editor: 'You are an editor: you may look, decide and read more.',
  viewer: 'You are a viewer: you may look at everything.',
} as const;

export function OrganisationPage() {
  const { organisation: id } = route.useParams();
  const { data, error, refetch } = useQuery(organisationQuery(id));
  useEffect(() => {
    document.title = `${data?.name ?? 'Organisation'} · Bifocal`;
  }, [data]);
  return (
    <>
      <Top product={null} />
      <main id="page" tabIndex={-1}>
        {error && <Failure error={error} again={refetch} />}
        {!error && !data && <Waiting words="Fetching the organisation." />}
        {data && (
          <>
            <h1 className="verdict">{data.name}</h1>
            <p className="deck">{SEEN_AS[data.role]}</p>
            <Products organisation={data} />
            {data.role === 'owner' && <Owned key={data.id} organisation={data} />}
          </>
        )}
      </main>
    </>
  );
}

function Products({ organisation: { id, products, role } }: { organisation: Organisation }) {
  return (
    <section aria-labelledby="products" className="part">
      <h2 id="products">Products</h2>
      {products.length === 0 && <p className="small dim mt-3">None yet.</p>}
      <ul className="products">
        {products.map(({ id: product, name, readAt }) => (
          <li key={product}>
            <Link to="/p/$product" params={{ product }} className="ev">
              {name}
            </Link>
            <span className="small dim">{readAt === null ? 'not read yet' : `reading of ${dayWords(readAt)}`}</span>
          </li>
        ))}
      </ul>
      {role !== 'viewer' && <ReadHere organisation={id} />}
    </section>
  );
}

function Owned({ organisation: { id, name, home, products } }: { organisation: Organisation }) {
  return (
    <>
      <section aria-labelledby="members" className="part">
        <h2 id="members">Members</h2>
        <MembersPart of={`/organisations/${id}`} products={products} />
      </section>
      <section aria-labelledby="called" className="part">
        <h2 id="called">Name</h2>
        <Called organisation={id} name={name} />
      </section>
      {home && (
        <section aria-labelledby="another" className="part">
          <h2 id="another">Another organisation</h2>
          <p className="small dim mt-2">What it has, only its own members see. You become its first owner.</p>
          <AnotherOrganisation />
        </section>
      )}
      <section aria-labelledby="log" className="part">
        <h2 id="log">What was changed</h2>
        <LogPart of={`/organisations/${id}`} />
      </section>
    </>
  );
}
