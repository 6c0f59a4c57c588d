/** A page of a brand's own: what it says of itself, at an address or in a saved file, copy after copy. Page: page.md. */
import { z } from 'zod';
import { defineSource } from '#core/source.ts';
import { placeOf } from '../text-files.ts';
import { readFile } from './read-file.ts';
import { placeOfUrl, readUrl } from './read-url.ts';

const PageOptions = z
  .strictObject({
    /** The address of one page. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** A page as a browser saved it, or one in Markdown. */
    path: z.string().min(1).optional(),
  })
  .refine(({ url, path }) => (url === undefined) !== (path === undefined), {
    message: 'name an address or a file',
  });
export type PageOptions = z.infer<typeof PageOptions>;

export default defineSource<PageOptions>({
  id: 'page',
  title: 'Page of a site',
  strands: ['claims'],
  rereadable: false,
  options: PageOptions,
  origin: async ({ url, path }) => `page:${url === undefined ? placeOf(path ?? '.') : placeOfUrl(url)}`,
  async *gather(gathering) {
    const { url, path } = gathering.options;
    if (url !== undefined) yield* readUrl(gathering, url);
    else yield* readFile(gathering, path as string);
  },
});
