/** What is asked in GraphQL: how much there is, what belongs to threads, and discussions, which no other list has. */

/** Who and when, alike everywhere. */
const ACTOR = '{ login __typename }';
const COMMENT = `databaseId createdAt updatedAt url body authorAssociation author ${ACTOR}`;
const MORE = 'pageInfo { hasNextPage endCursor }';
const COMMENTS = (after = '') => `comments(first: 100${after}) { ${MORE} nodes { ${COMMENT} } }`;
const REACTIONS = (after = '') =>
  `reactions(first: 100${after}) { ${MORE} nodes { databaseId content createdAt user { login } } }`;
const EVENTS = 'CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, REFERENCED_EVENT';
const TIMELINE = (
  types: string,
  after = '',
) => `timelineItems(first: 100${after}, itemTypes: [${types}]) { ${MORE} nodes {
  __typename
  ... on ClosedEvent { id createdAt stateReason actor ${ACTOR} closer { __typename ... on Commit { oid } ... on PullRequest { number } } }
  ... on ReopenedEvent { id createdAt actor ${ACTOR} }
  ... on LabeledEvent { id createdAt actor ${ACTOR} label { name } }
  ... on ReferencedEvent { id createdAt actor ${ACTOR} commit { oid } }
  ... on MergedEvent { id createdAt actor ${ACTOR} commit { oid } }
} }`;

export const COUNTS = `query Counts($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    issues { totalCount } pullRequests { totalCount } discussions { totalCount } releases { totalCount }
  }
  rateLimit { remaining }
}`;

export const THREADS = `query Threads($ids: [ID!]!) { nodes(ids: $ids) {
  ... on Issue { id ${COMMENTS()} ${REACTIONS()} ${TIMELINE(EVENTS)} }
  ... on PullRequest { id mergedAt mergeCommit { oid } ${COMMENTS()} ${REACTIONS()} ${TIMELINE(`${EVENTS}, MERGED_EVENT`)} }
} }`;

const ON = {
  comments: () => COMMENTS(', after: $after'),
  reactions: () => REACTIONS(', after: $after'),
  timelineItems: (types: string) => TIMELINE(types, ', after: $after'),
};
export type Connection = keyof typeof ON;

/** The next hundred of one list of one thread. */
export function moreOf(connection: Connection): string {
  return `query More($id: ID!, $after: String!) { node(id: $id) {
    ... on Issue { ${ON[connection](EVENTS)} }
    ... on PullRequest { ${ON[connection](`${EVENTS}, MERGED_EVENT`)} }
  } }`;
}

export const DEPLOYMENTS = `query Deployments($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    deployments(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${MORE} nodes {
      databaseId createdAt environment description commitOid state ref { name } latestStatus { createdAt environmentUrl }
    } }
  }
}`;

export const DISCUSSIONS = `query Discussions($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 25, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) { ${MORE} nodes {
      id number title body url createdAt updatedAt closed closedAt stateReason upvoteCount authorAssociation author ${ACTOR}
      category { name } labels(first: 20) { nodes { name } }
      comments(first: 100) { totalCount ${MORE} nodes { ${COMMENT} isAnswer replies(first: 50) { totalCount nodes { ${COMMENT} } } } }
    } }
  }
}`;
