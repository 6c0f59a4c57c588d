/** What somebody may be: looks, changes, or decides who else may. */
import type { Role } from '#core/access.ts';

export const ROLE_WORDS: Readonly<Record<Role, string>> = { viewer: 'viewer', editor: 'editor', owner: 'owner' };
const ROLES = Object.keys(ROLE_WORDS) as Role[];

export function RoleChoice({ id, role, pick }: { id: string; role: Role; pick: (role: Role) => void }) {
  return (
    <select id={id} value={role} onChange={({ target }) => pick(target.value as Role)}>
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {ROLE_WORDS[one]}
        </option>
      ))}
    </select>
  );
}
