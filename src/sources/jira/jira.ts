/** Issues, comments, history and versions of a project in Jira, in the cloud or on a server. Page: jira.md. */
import { z } from 'zod';
import { defineSource } from '#core/source.ts';
import { gatherLive } from '../live-gather.ts';
import { originOf, type Place, placeAt } from './place.ts';
import { JiraWalks } from './walks.ts';

const JiraOptions = z
  .strictObject({
    /** `https://acme.atlassian.net`, or a server's, with the path that it lies under. */
    site: z.url({ protocol: /^https?$/ }),
    /** The project's key: `KET`. */
    key: z.string().min(1).max(255),
  })
  .refine(({ site, key }) => placeAt(site, key) !== null, { message: 'it is not the key of a project' });
type JiraOptions = z.infer<typeof JiraOptions>;

export default defineSource<JiraOptions>({
  id: 'jira',
  title: 'Jira issues, comments and versions',
  strands: ['says'],
  rereadable: false,
  options: JiraOptions,
  origin: async (options) => originOf(placeOf(options)),
  gather: (gathering) => gatherLive(gathering, new JiraWalks(placeOf(gathering.options)).plan),
});

function placeOf({ site, key }: JiraOptions): Place {
  return placeAt(site, key) as Place;
}
