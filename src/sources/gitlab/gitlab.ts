/** Issues, merge requests, notes and releases of a project on GitLab. Page: gitlab.md. */
import { z } from 'zod';
import { defineSource } from '#core/source.ts';
import { gatherLive } from '../live-gather.ts';
import { originOf, type Project, PUBLIC_SITE, projectAt } from './project.ts';
import { ProjectWalks } from './walks.ts';

const GitlabOptions = z
  .strictObject({
    /** `group/project`, with every group above it. */
    project: z.string().min(3).max(2_000),
    /** A GitLab of one's own: `https://gitlab.example.org`. */
    site: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ project, site = PUBLIC_SITE }) => projectAt(site, project) !== null, {
    message: 'it is not group/project',
  });
type GitlabOptions = z.infer<typeof GitlabOptions>;

export default defineSource<GitlabOptions>({
  id: 'gitlab',
  title: 'GitLab issues, merge requests and releases',
  strands: ['says'],
  rereadable: false,
  options: GitlabOptions,
  origin: async (options) => originOf(projectOf(options)),
  gather: (gathering) => gatherLive(gathering, new ProjectWalks(projectOf(gathering.options)).plan),
});

function projectOf({ project, site = PUBLIC_SITE }: GitlabOptions): Project {
  return projectAt(site, project) as Project;
}
