/** Deployments as rows of evidence: which of them customers got, and which version each was. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import { cutText } from '#core/text.ts';
import { readTags } from '#sources/git/tags-lines.ts';

export interface Deployed {
  readonly id: string | null;
  readonly at: number;
  readonly environment: string | null;
  readonly commit: string | null;
  /** A version, a tag or a branch, as it is called there. */
  readonly ref: string | null;
  readonly line: string | null;
  readonly notes: string | null;
  readonly url: string | null;
}

/** Where customers are; a place without a name is that. */
const LIVE = /(?:^|[^\p{L}])(?:prod|production|live|release|produktion|prd)(?:$|[^\p{L}])/iu;
const NOT_YET = /(?:^|[^\p{L}])(?:pre|non|not|staging|stage|preview|test|dev)(?:$|[^\p{L}])/iu;

/** `production`, `Production – kettle`, `prod-eu`; not `pre-prod`, nor `staging`. */
export function isLive(environment: string | null): boolean {
  return environment === null || (LIVE.test(environment) && !NOT_YET.test(environment));
}

/** Inactive is what another deployment took the place of: it went out before. */
const WENT =
  /^(?:success|succeeded|successful|ok|done|finished|completed?|deployed|active|inactive|passed|live|ready|true|yes|1|erfolgreich|réussi)$/i;

export function wentOut(status: string | null): boolean {
  return status === null || WENT.test(status.trim());
}

const COMMIT = /^[\da-f]{7,64}$/i;

export function deploymentRows(origin: string, deployed: readonly Deployed[]): Gathered[] {
  const tags = deployed.map(({ ref, at, commit }) => ({
    name: (ref ?? '').replace(/^refs\/(?:tags|heads)\//, ''),
    at,
    commit,
  }));
  const read = readTags(tags, '');
  return deployed.map(({ id, at, environment, commit, ref, line, notes, url }, place): Gathered => {
    const { version = null, line: named = null, pre = false } = ref === null ? {} : (read[place] ?? {});
    const sha = commit !== null && COMMIT.test(commit) ? commit.toLowerCase() : null;
    return {
      ...{ kind: 'release', type: 'deployment', origin, author: null, at, version, line: line ?? named, url },
      externalId: id ?? idOf('deployment', String(at), environment ?? '', commit ?? '', ref ?? ''),
      title: ref === null ? null : cutText(ref, 500),
      body: notes === null ? null : cutText(notes, 20_000),
      data: {
        ...(environment !== null && { environment: cutText(environment, 200) }),
        ...(sha !== null && { commit: sha }),
        pre: pre ? 1 : 0,
      },
    };
  });
}
