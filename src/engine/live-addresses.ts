/** From what a user named to a service that is read live: `gitlab:group/project`, or an address that only one service has. */
import { BifocalError } from '#core/errors.ts';
import { appNamed } from '#sources/app-store/app.ts';
import { forumNamed } from '#sources/discourse/forum.ts';
import { feedAddress } from '#sources/feed/address.ts';
import { PUBLIC_SITE, projectNamed, projectOfAddress } from '#sources/gitlab/project.ts';
import { placeNamed, placeOfAddress } from '#sources/jira/place.ts';
import { siteOf } from './live-access.ts';
import type { SourceWanted } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface LiveTarget {
  readonly name: string;
  readonly source: SourceWanted;
}

/** Kinds that are read live, and how each is named after its colon. */
const NAMED: Readonly<Record<string, string>> = {
  gitlab: 'gitlab:<group>/<project>',
  jira: 'jira:<host>/<KEY>',
  'app-store': 'app-store:<number>',
  discourse: 'discourse:<host>',
  feed: 'feed:<address>',
};

/** Null where it names none of them. Rejects with USAGE where it begins like one and is none. */
export function liveTarget(named: string, env: Env): LiveTarget | null {
  for (const kind of KINDS) {
    const found = kind.of(named, env);
    if (found !== null) return found;
  }
  const [kind = ''] = named.split(':', 1);
  const form = NAMED[kind];
  if (form === undefined || !named.includes(':')) return null;
  throw new BifocalError('USAGE', { cause: `\`${named}\` is not ${form}.`, command: 'add' });
}

/** As `bifocal add <kind> <target>` names it: `gitlab group/project`. */
export function liveTargetOf(kind: string, target: string, env: Env): LiveTarget | null {
  if (!(kind in NAMED)) return null;
  const found = liveTarget(
    /^https?:\/\//.test(target) || target.startsWith(`${kind}:`) ? target : `${kind}:${target}`,
    env,
  );
  if (found?.source.kind === kind) return found;
  throw new BifocalError('USAGE', {
    cause: `\`${target}\` is not ${NAMED[kind]}, nor an address of one.`,
    command: 'add',
  });
}

const KINDS: readonly { of(named: string, env: Env): LiveTarget | null }[] = [
  {
    of(named, env) {
      const site = siteOf('gitlab', env) ?? PUBLIC_SITE;
      const project = projectNamed(named, site) ?? projectOfAddress(named, site);
      if (project === null) return null;
      const options = { project: project.path, ...(project.site !== PUBLIC_SITE && { site: project.site }) };
      return { name: project.path.split('/').at(-1) ?? project.path, source: { kind: 'gitlab', options } };
    },
  },
  {
    of(named, env) {
      const place = placeNamed(named, siteOf('jira', env)) ?? placeOfAddress(named);
      return place === null
        ? null
        : { name: place.key, source: { kind: 'jira', options: { site: place.site, key: place.key } } };
    },
  },
  {
    of(named) {
      const app = appNamed(named);
      if (app === null) return null;
      const options = { app: app.id, ...(app.country !== null && { countries: [app.country] }) };
      return { name: app.id, source: { kind: 'app-store', options } };
    },
  },
  {
    of(named) {
      const forum = forumNamed(named);
      if (forum === null) return null;
      const options = { site: forum.site, ...(forum.category !== null && { category: forum.category }) };
      return { name: forum.host, source: { kind: 'discourse', options } };
    },
  },
  {
    of(named) {
      const address = feedAddress(named);
      return address === null
        ? null
        : {
            name: new URL(address).hostname.replace(/^www\./, ''),
            source: { kind: 'feed', options: { url: address } },
          };
    },
  },
];
