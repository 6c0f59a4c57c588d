/** Every table, once, for both engines. Released versions of it are frozen: a change is a new numbered migration. */
import { ACCESS_TABLES, DELIVERY_TABLES, SIGN_IN_TABLES } from './access-tables.ts';
import type { RowOf, TableShape } from './shape.ts';

const product = { product_id: 'text' } as const;

export const TABLES = {
  /** What belongs to the whole store: schema number, the check of the pseudonym key. No product, no key from it. */
  installation: { columns: { name: 'text', value: 'text' }, key: ['name'] },

  products: {
    columns: { id: 'text', organisation: 'text?', name: 'text', kind: 'text', customers: 'text', settings: 'text' },
    key: ['id'],
    indexes: [{ columns: ['name'] }],
  },
  sources: {
    columns: {
      ...product,
      id: 'text',
      kind: 'text',
      origin: 'text',
      options: 'text',
      cursor: 'text?',
      state: 'text',
      observed_until: 'integer?',
      next_at: 'integer?',
      error: 'text?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'kind', 'origin'], unique: true }],
  },
  gathers: {
    columns: {
      ...product,
      id: 'text',
      source_id: 'text',
      how: 'text',
      state: 'text',
      file_hash: 'text?',
      mapping: 'text?',
      resume: 'text?',
      observed_until: 'integer?',
      counts: 'text',
      rereadable: 'integer',
      owner: 'text?',
      lease_until: 'integer?',
      started_at: 'integer',
      sealed_at: 'integer?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'source_id', 'sealed_at'] }, { columns: ['product_id', 'state'] }],
  },
  records: {
    columns: {
      ...product,
      evidence_id: 'text',
      gather_id: 'text',
      hash: 'text',
      gone: 'integer',
      raw: 'blob?',
      superseded_by: 'text?',
    },
    key: ['product_id', 'evidence_id', 'gather_id'],
    indexes: [
      { columns: ['product_id', 'gather_id', 'evidence_id'], present: 'raw' },
      { columns: ['product_id', 'superseded_by'], present: 'superseded_by' },
    ],
    wide: true,
  },
  /** `id` is the hash of kind, origin and external id, so its key is also their uniqueness. */
  evidence: {
    columns: {
      ...product,
      id: 'text',
      kind: 'text',
      type: 'text',
      origin: 'text',
      external_id: 'text',
      thread_id: 'text?',
      author_id: 'text?',
      at: 'integer',
      changed_at: 'integer?',
      title: 'text?',
      body: 'text?',
      body_hash: 'text?',
      url: 'text?',
      lang: 'text?',
      line: 'text?',
      version: 'text?',
      amount: 'real?',
      data: 'text?',
      hash: 'text',
      gather_id: 'text',
      gone: 'integer',
    },
    key: ['product_id', 'id'],
    indexes: [
      // Pages come by the first four; with the last two it also answers who wrote when, without looking at rows.
      { columns: ['product_id', 'kind', 'at', 'id', 'author_id', 'gone'] },
      { columns: ['product_id', 'thread_id', 'at'], present: 'thread_id' },
      { columns: ['product_id', 'origin', 'type'] },
      { columns: ['product_id', 'body_hash'], present: 'body_hash' },
    ],
    wide: true,
  },
  blobs: { columns: { ...product, hash: 'text', bytes: 'blob' }, key: ['product_id', 'hash'], wide: true },
  identities: {
    columns: { ...product, id: 'text', space: 'text', shown: 'text?', domain: 'text?', bot: 'integer' },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'domain'], present: 'domain' }],
  },
  sames: { columns: { ...product, a: 'text', b: 'text', because: 'text' }, key: ['product_id', 'a', 'b'] },

  needs: {
    columns: {
      ...product,
      id: 'text',
      theme_id: 'text?',
      name: 'text',
      statement: 'text',
      born_at: 'integer',
      method: 'text',
    },
    key: ['product_id', 'id'],
  },
  need_members: {
    columns: { ...product, need_id: 'text', evidence_id: 'text', span: 'text', confidence: 'real' },
    key: ['product_id', 'need_id', 'evidence_id', 'span'],
    indexes: [{ columns: ['product_id', 'evidence_id'] }],
  },
  links: {
    columns: {
      ...product,
      kind: 'text',
      from_id: 'text',
      to_id: 'text',
      confidence: 'real',
      method: 'text',
      because: 'text',
    },
    key: ['product_id', 'kind', 'from_id', 'to_id'],
    indexes: [{ columns: ['product_id', 'to_id'] }],
  },
  claims: {
    columns: {
      ...product,
      id: 'text',
      class: 'text',
      subject: 'text',
      attribute: 'text?',
      first_at: 'integer',
      last_at: 'integer?',
      spans: 'text',
    },
    key: ['product_id', 'id'],
  },
  verdicts: {
    columns: { ...product, claim_id: 'text', verdict: 'text', confidence: 'real', quotes: 'text', method: 'text' },
    key: ['product_id', 'claim_id'],
  },
  corrections: {
    columns: {
      ...product,
      id: 'text',
      target: 'text',
      target_id: 'text',
      verb: 'text',
      payload: 'text',
      author: 'text?',
      reason: 'text?',
      at: 'integer',
      undoes: 'text?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'target', 'target_id'] }],
  },

  digests: { columns: { ...product, kind: 'text', n: 'integer', sum: 'text' }, key: ['product_id', 'kind'] },
  facts: {
    columns: { ...product, name: 'text', method: 'text', input: 'text', value: 'blob', used_at: 'integer' },
    key: ['product_id', 'name', 'method', 'input'],
    indexes: [{ columns: ['product_id', 'used_at'] }],
    wide: true,
  },
  readings: {
    columns: { ...product, id: 'text', at: 'integer', method: 'text', input: 'text', json: 'text', made_at: 'integer' },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'made_at', 'id'] }],
    wide: true,
  },

  actions: {
    columns: {
      ...product,
      id: 'text',
      reading_id: 'text',
      kind: 'text',
      target_id: 'text',
      plan: 'text',
      expected: 'text?',
      tell_tale: 'text',
      effort: 'text',
      owner: 'text?',
      due_at: 'integer?',
      state: 'text',
    },
    key: ['product_id', 'id'],
  },
  action_verdicts: {
    columns: { ...product, action_id: 'text', reading_id: 'text', verdict: 'text', interval: 'text?', beside: 'text?' },
    key: ['product_id', 'action_id', 'reading_id'],
  },
  tells: {
    columns: {
      ...product,
      need_id: 'text',
      thread_id: 'text',
      channel: 'text',
      draft: 'text',
      state: 'text',
      found_id: 'text?',
      sent_by: 'text?',
      at: 'integer',
    },
    key: ['product_id', 'need_id', 'thread_id'],
  },
  rounds: {
    columns: {
      ...product,
      id: 'text',
      kind: 'text',
      questions: 'text',
      opens_at: 'integer',
      closes_at: 'integer?',
      gathers: 'text?',
    },
    key: ['product_id', 'id'],
  },
  doors: {
    columns: { ...product, token_hash: 'text', round_id: 'text', role: 'text', used: 'integer' },
    key: ['product_id', 'token_hash'],
  },
  answers: {
    columns: { ...product, round_id: 'text', id: 'text', role: 'text', language: 'text?', answers: 'text' },
    key: ['product_id', 'round_id', 'id'],
  },
  guesses: {
    columns: { ...product, id: 'text', who: 'text?', place: 'text', at: 'integer' },
    key: ['product_id', 'id'],
  },

  jobs: {
    columns: {
      ...product,
      id: 'text',
      kind: 'text',
      key: 'text?',
      payload: 'text',
      state: 'text',
      priority: 'integer',
      run_at: 'integer',
      lease_until: 'integer?',
      lease_owner: 'text?',
      attempts: 'integer',
      progress: 'text?',
      error: 'text?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'kind', 'key'], unique: true }, { columns: ['product_id', 'state', 'run_at'] }],
  },
  ...ACCESS_TABLES,
  /** Which version of a row the full-text index holds, and in which of its rows; the index itself differs per engine. */
  search: {
    columns: { ...product, evidence_id: 'text', hash: 'text', row: 'integer' },
    key: ['product_id', 'evidence_id'],
    indexes: [{ columns: ['product_id', 'row'] }],
  },
  ...SIGN_IN_TABLES,
  ...DELIVERY_TABLES,
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof TABLES;
export type Tables = { [Name in TableName]: RowOf<(typeof TABLES)[Name]> };
