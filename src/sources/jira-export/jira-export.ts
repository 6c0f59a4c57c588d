/** Issues exported from Jira: its CSV with a column for each comment, and its XML. Page for readers: jira-export.md. */
import { defineSource } from '#core/source.ts';
import { ExportOptions } from '../export-format.ts';
import { csvExport as csv } from './csv.ts';
import { gatherXml, isJiraXml, originOfXml, xmlNotes } from './xml-file.ts';

export default defineSource<ExportOptions>({
  ...csv,
  options: ExportOptions,

  async origin(options, git) {
    return (await allXml(options)) ? originOfXml(options) : csv.origin(options, git);
  },

  async *gather(gathering) {
    if (await allXml(gathering.options)) yield* gatherXml(gathering);
    else yield* csv.gather(gathering);
  },

  importing: {
    recognises: async (path) => ((await isJiraXml(path)) ? 2 : ((await csv.importing?.recognises(path)) ?? 0)),
    optionsOf: (wish) => csv.importing?.optionsOf(wish),
    async describe(options, signal) {
      const given = options as ExportOptions;
      if (await allXml(given)) return { format: 'jira-xml', columns: [], notes: await xmlNotes(given, signal) };
      return csv.importing?.describe(options, signal) ?? { format: 'jira-csv', columns: [], notes: [] };
    },
  },
});

/** Files of both forms are two imports: the CSV does not tell which Jira it is of. */
async function allXml({ files }: ExportOptions): Promise<boolean> {
  const [first = ''] = files;
  return isJiraXml(first);
}
