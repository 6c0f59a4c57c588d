/** Topics and posts of a forum that runs Discourse, or of one of its categories. Page: discourse.md. */
import { z } from 'zod';
import { defineSource } from '#core/source.ts';
import { gatherLive } from '../live-gather.ts';
import { type Forum, forumAt, originOf } from './forum.ts';
import { ForumWalks } from './walks.ts';

const DiscourseOptions = z
  .strictObject({
    /** `https://forum.example.org`. */
    site: z.url({ protocol: /^https?$/ }),
    /** `support/5`, as its address has it. */
    category: z.string().max(1_000).optional(),
  })
  .refine(({ site, category }) => forumAt(site, category ?? null) !== null, { message: 'it is not name/number' });
type DiscourseOptions = z.infer<typeof DiscourseOptions>;

export default defineSource<DiscourseOptions>({
  id: 'discourse',
  title: 'Topics and posts of a Discourse forum',
  strands: ['says'],
  rereadable: false,
  options: DiscourseOptions,
  origin: async (options) => originOf(forumOf(options)),
  gather: (gathering) => gatherLive(gathering, new ForumWalks(forumOf(gathering.options)).plan),
});

function forumOf({ site, category }: DiscourseOptions): Forum {
  return forumAt(site, category ?? null) as Forum;
}
