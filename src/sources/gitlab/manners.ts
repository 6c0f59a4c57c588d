/** How GitLab is asked, and what its refusals mean: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/. */
import { BifocalError } from '#core/errors.ts';
import { type Manners, timeOf } from '../patient-calls.ts';

const PRIVATE = 'set GITLAB_TOKEN to a token with the scope read_api, or sign in with `glab auth login`';
export const RAISES = 'A token in GITLAB_TOKEN raises the limit.';

export const MANNERS: Manners = {
  headers: { accept: 'application/json' },
  answers: [],
  isLimit: ({ status, headers }) => status === 429 || (status === 403 && headers['ratelimit-remaining'] === '0'),
  resetOf: ({ headers }) => timeOf(headers['ratelimit-reset']),
  refusalOf(status, name) {
    if (status === 404) return new BifocalError('NOT_PUBLIC', { source: name, access: PRIVATE });
    const cause = status === 401 ? 'the token is not accepted (HTTP 401)' : `it answered HTTP ${status}`;
    return new BifocalError('SOURCE_REFUSED', { source: name, cause });
  },
};
