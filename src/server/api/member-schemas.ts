/** The shapes of members and links, of a product and of an organisation. */
import { z } from '@hono/zod-openapi';
import { ROLES } from '#core/access.ts';
import { failure, failures, found } from './schemas.ts';

export const RoleGiven = z.enum(ROLES);
export const Everything = z.boolean().describe('everything that the organisation has, not this product alone');
const OneProduct = z.string().nullable().describe('the one product; null: everything that the organisation has');
const Reached = { role: RoleGiven, everything: Everything, product: OneProduct };

/** Of an organisation: left out means everything. */
export const ReachGiven = z.object({ role: RoleGiven, product: OneProduct.default(null) });

const Member = z
  .object({ id: z.string(), name: z.string(), email: z.string(), ...Reached, you: z.boolean() })
  .openapi('Member');

const Pending = z.object({ id: z.string(), ...Reached, expiresAt: z.string() });

export const MemberPath = z.object({ member: z.string().openapi({ param: { name: 'member', in: 'path' } }) });
export const InvitationPath = z.object({
  invitation: z.string().openapi({ param: { name: 'invitation', in: 'path' } }),
});

const lastOwner = { 409: failure('The last owner stays.'), ...failures } as const;

/** What is answered, the same for both. */
export const answers = {
  list: {
    200: found(
      'By e-mail, and the links that wait.',
      z.object({ items: z.array(Member), invitations: z.array(Pending) }),
    ),
    ...failures,
  },
  change: { 200: found('Done.', z.object({ role: RoleGiven })), ...lastOwner },
  remove: { 200: found('They are out.', z.object({ removed: z.boolean() })), ...lastOwner },
  renew: { 201: found('The link.', z.object({ link: z.string() })), ...failures },
  invite: { 201: found('The link.', z.object({ id: z.string(), link: z.string() })), ...failures },
  withdraw: { 200: found('It opens nothing any more.', z.object({ removed: z.boolean() })), ...failures },
} as const;
