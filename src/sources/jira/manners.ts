/** How Jira is asked, and what its refusals mean: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/. */
import { BifocalError } from '#core/errors.ts';
import { type Manners, timeOf } from '../patient-calls.ts';

const PRIVATE = 'set JIRA_URL to its address, and JIRA_EMAIL with JIRA_API_TOKEN, or JIRA_TOKEN for a Jira of your own';
export const RAISES = 'Signing in (JIRA_URL, JIRA_EMAIL, JIRA_API_TOKEN) may raise the limit.';

export const MANNERS: Manners = {
  headers: { accept: 'application/json', 'x-atlassian-token': 'no-check' },
  answers: [],
  isLimit: ({ status, headers }) => status === 429 || (status === 403 && headers['x-ratelimit-remaining'] === '0'),
  // The cloud writes an instant, some servers seconds.
  resetOf({ headers }) {
    const reset = headers['x-ratelimit-reset'];
    const instant = Date.parse(reset ?? '');
    return timeOf(reset) ?? (Number.isNaN(instant) ? null : instant);
  },
  refusalOf(status, name) {
    if (status === 404) return new BifocalError('NOT_PUBLIC', { source: name, access: PRIVATE });
    const cause = status === 401 ? 'it wants to know who asks (HTTP 401)' : `it answered HTTP ${status}`;
    return new BifocalError('SOURCE_REFUSED', { source: name, cause });
  },
};
