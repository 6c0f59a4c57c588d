/** One link looked at closely: both ends as a whole, and what a person says of it. */
import { useQuery } from '@tanstack/react-query';
import { linkQuery } from '../api/links.ts';
import { Failure } from '../frame/failure.tsx';
import { Rows } from '../near/rows.tsx';
import { DecideLink } from './decide-link.tsx';
import { signsWords } from './link-words.ts';
import { useDecideLink } from './use-decide-link.ts';

export function LinkNear({ product, id }: { product: string; id: string }) {
  const { data, error, refetch } = useQuery(linkQuery(product, id));
  const decide = useDecideLink(product);
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  return (
    <div className="closely">
      <h2>Does this change answer this ask?</h2>
      <p className="small dim mt-2">{signsWords(data)}</p>
      <DecideLink link={data} decide={(verb) => decide.mutate({ id, verb })} />
      {decide.error && <p role="alert">{decide.error.message}</p>}
      <Rows product={product} ids={[data.to.evidence, data.from.evidence]} more={0} />
    </div>
  );
}
