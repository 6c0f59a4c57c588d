/** The way to the organisations that somebody may see as a whole. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../api/access.ts';

export function OrganisationLinks() {
  const { data } = useQuery(sessionQuery);
  return data?.organisations.map(({ id, name }) => (
    <p key={id} className="mt-4">
      <Link to="/organisation/$organisation" params={{ organisation: id }} className="ev">
        {name}
      </Link>
      <span className="small dim">: all its products and members</span>
    </p>
  ));
}
