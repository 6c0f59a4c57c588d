/** What a product and its customers are called, who may do what, what was changed, and light or dark. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sessionQuery } from '../api/access.ts';
import { productQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import type { Product } from '../api/types.ts';
import { InView } from '../frame/in-view.tsx';
import { setTheme, THEMES, themeNow } from '../frame/theme.ts';
import { OrganisationLinks } from '../organisation/links.tsx';
import { Waiting } from '../reading/waiting.tsx';
import { LogPart } from './log.tsx';
import { MembersPart } from './members.tsx';
import { PeoplePart } from './people.tsx';
import { PersonPart } from './person.tsx';
import { PrivacyPart } from './privacy.tsx';
import { TokensPart } from './tokens.tsx';
import { WebhooksPart } from './webhooks.tsx';
import { WeightsPart } from './weights.tsx';

const route = getRouteApi('/p/$product');
const THEME_WORDS = { system: 'as this machine has it', light: 'light', dark: 'dark' } as const;

export function SettingsPage() {
  const { product: id } = route.useParams();
  const { data } = useQuery(productQuery(id));
  const [theme, pick] = useState(themeNow);
  return (
    <>
      <h1 className="verdict">Settings</h1>
      {data ? <Names key={data.id} product={data} /> : <Waiting words="Fetching the product." />}
      <section aria-labelledby="weights">
        <h2 id="weights">Weights</h2>
        <p className="small dim">
          A reading counts every answered question once. What if some counted more? A view of your own, kept in this
          browser and in the address; the reading stays as it is.
        </p>
        <WeightsPart product={id} />
      </section>
      <section aria-labelledby="people">
        <h2 id="people">People</h2>
        <p className="small dim">
          Known by pseudonyms, in no order of merit. The next reading obeys what you say here.
        </p>
        <InView>
          <PeoplePart product={id} />
        </InView>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">Privacy</h2>
        <PrivacyPart product={id} />
      </section>
      <PersonPart />
      <Access product={id} />
      <section aria-labelledby="colours">
        <h2 id="colours">Colours</h2>
        <fieldset className="mt-3 flex flex-wrap gap-6">
          <legend className="vh">Colours</legend>
          {THEMES.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="theme"
                checked={theme === one}
                onChange={() => {
                  setTheme(one);
                  pick(one);
                }}
              />
              {THEME_WORDS[one]}
            </label>
          ))}
        </fieldset>
      </section>
    </>
  );
}

function Access({ product }: { product: string }) {
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      {session?.signIn && (
        <section aria-labelledby="members">
          <h2 id="members">Members</h2>
          <MembersPart of={`/products/${product}`} products={null} />
          <OrganisationLinks />
        </section>
      )}
      <section aria-labelledby="tokens">
        <h2 id="tokens">Tokens</h2>
        <p className="small dim">A program shows one to ask for this product, over the API or as an assistant.</p>
        <TokensPart product={product} />
      </section>
      <section aria-labelledby="webhooks">
        <h2 id="webhooks">Webhooks</h2>
        <WebhooksPart product={product} />
      </section>
      <section aria-labelledby="log">
        <h2 id="log">What was changed</h2>
        <LogPart of={`/products/${product}`} />
      </section>
    </>
  );
}

function Names({ product }: { product: Product }) {
  const [name, setName] = useState(product.name);
  const [customers, setCustomers] = useState(product.customers);
  const [theirs, setTheirs] = useState(product.theirs);
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () =>
      request<Product>(`/products/${product.id}`, { method: 'PATCH', json: { name, customers, theirs } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['products'] }),
        client.invalidateQueries({ queryKey: ['claims', product.id] }),
      ]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      <form onSubmit={submit} className="names">
        <label htmlFor="name">The product is called</label>
        <input id="name" type="text" required value={name} onChange={({ target }) => setName(target.value)} />
        <label htmlFor="customers">Its customers are called</label>
        <input
          id="customers"
          type="text"
          required
          aria-describedby="customers-note"
          value={customers}
          onChange={({ target }) => setCustomers(target.value)}
        />
        <p id="customers-note" className="small dim">
          Customers, users, guests, patients: the word stands in every sentence of the next reading.
        </p>
        <label className="tick">
          <input
            type="checkbox"
            checked={theirs}
            aria-describedby="theirs-note"
            onChange={({ target }) => setTheirs(target.checked)}
          />{' '}
          It is somebody else’s product
        </label>
        <p id="theirs-note" className="small dim">
          What seems to conflict is then told as seen from outside, and nobody here can confirm it.
        </p>
        <button type="submit" className="btn main" disabled={keep.isPending}>
          Keep
        </button>
        {keep.isSuccess && <span role="status">Kept.</span>}
        {keep.error && <span role="alert">{keep.error.message}</span>}
      </form>
    </section>
  );
}
