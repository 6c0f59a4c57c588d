/** What the columns of a table are, told from their names in English, German and French. Pure. */

export const ROLES = [
  ...(['id', 'title', 'body', 'at', 'changedAt', 'closedAt', 'author', 'status', 'resolution', 'rating'] as const),
  ...(['votes', 'labels', 'version', 'fixVersions', 'lang', 'url', 'comments', 'parent', 'duplicateOf'] as const),
  ...(['links', 'staff', 'answer', 'answeredAt', 'answeredBy'] as const),
] as const;
export type Role = (typeof ROLES)[number];

/** Which column is what; where several are labels, all of them are. */
export type Roles = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Earlier names win. The first ones of id, title, body and at are those that DESIGN promises to scripts. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  id: [
    ...['key', 'id', 'number', 'uuid', 'issue key', 'ticket id', 'ticket number', 'issue id', 'review id', 'post id'],
    ...[
      'response id',
      'submission id',
      'record id',
      'respondent id',
      'case id',
      'case number',
      'idea id',
      'external id',
    ],
    ...[
      'suggestion id',
      'message id',
      'review link',
      'comment id',
      'feedback id',
      'note id',
      'provider unique id',
      'ref',
      'reference',
    ],
    ...[
      'nr',
      'no',
      'nummer',
      'kennung',
      'schlussel',
      'vorgang',
      'vorgangsnummer',
      'ticketnummer',
      'numero',
      'identifiant',
      'cle',
    ],
  ],
  title: [
    ...['title', 'summary', 'subject', 'headline', 'review title', 'idea title', 'suggestion title', 'issue title'],
    ...[
      'raw subject',
      'display name of idea',
      'titel',
      'betreff',
      'uberschrift',
      'zusammenfassung',
      'titre',
      'sujet',
      'objet',
      'resume',
    ],
  ],
  body: [
    ...[
      'body',
      'description',
      'text',
      'content',
      'message',
      'details',
      'review text',
      'review body',
      'review',
      'full text',
    ],
    ...[
      'idea description',
      'suggestion body',
      'suggestion text',
      'comment body',
      'comment text',
      'comment',
      'feedback text',
    ],
    ...['feedback', 'verbatim', 'note', 'response', 'value text', 'plain body', 'body text', 'remark', 'what changed'],
    ...['beschreibung', 'nachricht', 'kommentar', 'inhalt', 'bewertungstext', 'ruckmeldung', 'bemerkung', 'anmerkung'],
    ...['commentaire', 'contenu', 'avis', 'texte', 'retour', 'remarque'],
    ...['quote', 'what they said', 'what the customer said', 'customer said', 'zitat'],
  ],
  at: [
    ...['created', 'created at', 'date', 'submitted', 'submitted at', 'created on', 'created date', 'creation date'],
    ...[
      'date created',
      'created time',
      'created timestamp',
      'creation time',
      'timestamp',
      'time',
      'posted',
      'posted at',
    ],
    ...[
      'published',
      'published at',
      'opened',
      'opened at',
      'review date',
      'review submit date and time',
      'feedback date',
      'date submitted',
      'collected at',
    ],
    ...[
      'submission date',
      'recorded at',
      'reported',
      'reported at',
      'received',
      'received at',
      'sent',
      'sent at',
      'day',
    ],
    ...[
      'datum',
      'erstellt',
      'erstellt am',
      'erstelldatum',
      'eingegangen',
      'eingegangen am',
      'zeit',
      'zeitpunkt',
      'zeitstempel',
    ],
    ...['date de creation', 'cree', 'cree le', 'horodatage', 'recu le', 'envoye le'],
    ...['when', 'date of contact', 'contact date', 'date of feedback', 'date received', 'wann', 'quand'],
  ],
  changedAt: [
    ...[
      'updated',
      'updated at',
      'last updated',
      'modified',
      'modified at',
      'last modified',
      'review last update date and time',
      'changed at',
      'edited at',
    ],
    ...['aktualisiert', 'geandert', 'geandert am', 'mis a jour', 'modifie le'],
  ],
  closedAt: [
    ...[
      'resolved',
      'resolved at',
      'resolution date',
      'resolutiondate',
      'closed',
      'closed at',
      'completed at',
      'solved at',
    ],
    ...[
      'date closed',
      'date resolved',
      'geschlossen am',
      'erledigt am',
      'gelost am',
      'ferme le',
      'resolu le',
      'clos le',
    ],
  ],
  author: [
    ...['author', 'reporter', 'created by', 'requester', 'author login', 'user login', 'author email', 'author name'],
    ...[
      'user',
      'username',
      'user name',
      'user id',
      'user identifier',
      'customer',
      'customer id',
      'customer email',
      'email',
    ],
    ...[
      'submitter',
      'requester id',
      'requester email',
      'requester name',
      'reviewer',
      'reviewer name',
      'idea creator email address',
    ],
    ...[
      'idea creator name',
      'feedback submitter alias',
      'login',
      'handle',
      'from',
      'name',
      'respondent',
      'person',
      'contact name',
    ],
    ...[
      'autor',
      'verfasser',
      'melder',
      'absender',
      'kunde',
      'kundin',
      'nutzer',
      'benutzer',
      'auteur',
      'client',
      'utilisateur',
    ],
    ...['customer name', 'client name', 'guest', 'who', 'wer', 'qui'],
  ],
  status: ['status', 'state', 'status name', 'public status name', 'issue status', 'zustand', 'statut', 'etat'],
  resolution: ['resolution', 'state reason', 'close reason', 'closed reason', 'losung', 'erledigung'],
  rating: [
    ...['rating', 'stars', 'star rating', 'score', 'satisfaction', 'satisfaction score', 'csat', 'nps', 'nps score'],
    ...['bewertung', 'sterne', 'punkte', 'note sur 5', 'etoiles', 'evaluation'],
  ],
  votes: [
    'votes',
    'vote count',
    'votes count',
    'voters count',
    'upvotes',
    'likes',
    'thumbs up',
    'stimmen',
    'thumbs up count',
  ],
  labels: [
    ...[
      'labels',
      'tags',
      'label',
      'category',
      'categories',
      'component s',
      'components',
      'component',
      'issue type',
      'type',
    ],
    ...['category name', 'labels name', 'board', 'topic', 'schlagworter', 'kategorie', 'etiquettes', 'categorie'],
  ],
  version: [
    ...[
      'version',
      'app version',
      'app version name',
      'affects',
      'affects version s',
      'affects versions',
      'affects version',
    ],
    ...['product version', 'release version', 'app versionsname'],
  ],
  fixVersions: ['fix versions', 'fix version s', 'fix version', 'fixed in', 'fixed in version', 'target version'],
  lang: ['language', 'lang', 'locale', 'reviewer language', 'sprache', 'langue'],
  url: [
    'url',
    'link',
    'permalink',
    'href',
    'html url',
    'portal url',
    'review link',
    'data source permalink',
    'adresse',
  ],
  comments: ['comments', 'comment count', 'comments count', 'replies', 'reply count', 'kommentare', 'commentaires'],
  parent: [
    ...[
      'parent key',
      'issue key',
      'issue',
      'issue id',
      'ticket id',
      'ticket',
      'post id',
      'post',
      'thread id',
      'thread',
      'topic id',
    ],
    ...[
      'conversation id',
      'suggestion id',
      'idea id',
      'review id',
      'feedback id',
      'parent id',
      'parent',
      'in reply to',
      'on',
    ],
    ...['zu', 'vorgang', 'antwort auf', 'en reponse a'],
  ],
  duplicateOf: ['duplicate of', 'original number', 'merged into', 'duplicates', 'duplikat von', 'doublon de'],
  links: ['links', 'issue links', 'issuelinks'],
  staff: ['is staff', 'staff', 'is admin', 'is team', 'by team', 'submitter type', 'author type', 'team', 'is agent'],
  answer: [
    'response',
    'response text',
    'developer reply text',
    'staff reply',
    'our reply',
    'reply',
    'admin response',
    'antwort',
    'reponse',
  ],
  answeredAt: [
    'responded at',
    'developer reply date and time',
    'replied at',
    'answered at',
    'beantwortet am',
    'repondu le',
  ],
  answeredBy: ['responded by', 'replied by', 'answered by', 'beantwortet von', 'repondu par'],
};

/** `Issue key`, `issue_key`, `issueKey` and `ISSUE-KEY` are one name; accents do not count. */
export function nameOf(column: string): string {
  return column
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A column has one role; the roles that every row needs choose first. */
export function rolesOf(columns: readonly string[]): Roles {
  const names = new Map<string, string>();
  for (const column of columns) if (!names.has(nameOf(column))) names.set(nameOf(column), column);
  // A board's score counts votes, a review's is a rating.
  const score = names.get('score');
  if (score !== undefined && names.has('status')) {
    names.delete('score');
    names.set('votes', score);
  }
  const taken = new Set<string>();
  const roles: Partial<Record<Role, readonly string[]>> = {};
  for (const role of ROLES) {
    const found = NAMES[role].flatMap((name) => names.get(name) ?? []).filter((column) => !taken.has(column));
    const used = role === 'labels' ? found : found.slice(0, 1);
    if (used.length === 0) continue;
    for (const column of used) taken.add(column);
    roles[role] = used;
  }
  return roles;
}

const PERSON =
  /^(?:user|customer|author|client|kunde|nutzer|contacts?|voters?|followers|members|ip)$|\b(?:e ?mail|phone|telefon|login|handle|user ?name|first name|last name|full name|surname|vorname|nachname|assignees?|assigned to|owner|creator|created by|reporter|requester|submitter|reviewer|respondent|watchers?|voter|agent|contact name|customer name|account name|ip address)\b/;

/** A column that names people beside the author is kept out of the record: nothing is asked of it. */
export function namesPerson(column: string): boolean {
  const name = nameOf(column);
  return PERSON.test(name) && !/\b(?:count|number of|type|is|domain)\b/.test(name);
}

/** How many columns have a name that is known: the row of headings has more of them than any other. */
export function knownNames(columns: readonly string[]): number {
  return Object.values(rolesOf(columns)).reduce((sum, used) => sum + used.length, 0);
}

/** What a person writes on the left of `--map id=Ref,text=Message`. */
export const ROLE_WORDS: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(ROLES.map((role) => [role.toLowerCase(), role])),
  ...{ text: 'body', description: 'body', time: 'at', date: 'at', created: 'at', closed: 'closedAt', language: 'lang' },
};
