/** The past of a public page: what it said over five years, from the Internet Archive. Page: archive.md. */
import { z } from 'zod';
import { defineSource } from '#core/source.ts';
import { placeOfUrl } from '../page/read-url.ts';
import { PAUSE_MS, readCaptures } from './read-captures.ts';

const ArchiveOptions = z.strictObject({
  /** The address of the page as it was. */
  url: z.url({ protocol: /^https?$/ }),
});
type ArchiveOptions = z.infer<typeof ArchiveOptions>;

export default defineSource<ArchiveOptions>({
  id: 'archive',
  title: 'The past of a page in the Internet Archive',
  strands: ['claims'],
  rereadable: false,
  options: ArchiveOptions,
  origin: async ({ url }) => `archive:${placeOfUrl(url)}`,
  gather: (gathering) => readCaptures(gathering, gathering.options.url, PAUSE_MS),
});
