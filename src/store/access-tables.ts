/** The tables of who may do what. Those of sign-in belong to the installation: no product, and no key leads to them. */
import type { TableShape } from './shape.ts';

const product = { product_id: 'text' } as const;

/** Columns as the library of sign-in names them, in our spelling. */
export const SIGN_IN_TABLES = {
  users: {
    columns: {
      id: 'text',
      name: 'text',
      email: 'text',
      email_verified: 'integer',
      image: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['id'],
    indexes: [{ columns: ['email'], unique: true }],
  },
  sessions: {
    columns: {
      id: 'text',
      user_id: 'text',
      token: 'text',
      expires_at: 'integer',
      ip_address: 'text?',
      user_agent: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['id'],
    indexes: [{ columns: ['token'], unique: true }, { columns: ['user_id'] }],
  },
  accounts: {
    columns: {
      id: 'text',
      user_id: 'text',
      account_id: 'text',
      provider_id: 'text',
      access_token: 'text?',
      refresh_token: 'text?',
      id_token: 'text?',
      access_token_expires_at: 'integer?',
      refresh_token_expires_at: 'integer?',
      scope: 'text?',
      password: 'text?',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['id'],
    indexes: [{ columns: ['user_id'] }, { columns: ['provider_id', 'account_id'], unique: true }],
  },
  verifications: {
    columns: {
      id: 'text',
      identifier: 'text',
      value: 'text',
      expires_at: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    key: ['id'],
    indexes: [{ columns: ['identifier'] }],
  },
  passkeys: {
    columns: {
      id: 'text',
      user_id: 'text',
      name: 'text?',
      public_key: 'text',
      credential_id: 'text',
      counter: 'integer',
      device_type: 'text',
      backed_up: 'integer',
      transports: 'text?',
      aaguid: 'text?',
      created_at: 'integer?',
    },
    key: ['id'],
    indexes: [{ columns: ['credential_id'], unique: true }, { columns: ['user_id'] }],
  },
  organisations: { columns: { id: 'text', name: 'text', made_at: 'integer' }, key: ['id'] },
  /** `scope`: one product's id, or empty for all that the organisation has. */
  members: {
    columns: { organisation: 'text', user_id: 'text', scope: 'text', role: 'text', made_at: 'integer' },
    key: ['organisation', 'user_id', 'scope'],
    indexes: [{ columns: ['user_id'] }],
  },
  invitations: {
    columns: {
      id: 'text',
      token_hash: 'text',
      organisation: 'text',
      scope: 'text',
      role: 'text',
      made_by: 'text?',
      made_at: 'integer',
      expires_at: 'integer',
      used_by: 'text?',
    },
    key: ['id'],
    indexes: [{ columns: ['token_hash'], unique: true }, { columns: ['organisation'] }],
  },
} as const satisfies Record<string, TableShape>;

export const ACCESS_TABLES = {
  tokens: {
    columns: {
      ...product,
      id: 'text',
      hash: 'text',
      scopes: 'text',
      name: 'text',
      made_at: 'integer',
      made_by: 'text?',
      used_at: 'integer?',
      revoked_at: 'integer?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'hash'], unique: true }],
  },
  /** `events` of one that comes in holds who signs it: github, gitlab, generic. */
  webhooks: {
    columns: {
      ...product,
      id: 'text',
      url: 'text',
      events: 'text',
      secret: 'text?',
      state: 'text',
      made_by: 'text?',
      made_at: 'integer?',
    },
    key: ['product_id', 'id'],
  },
  audit_log: {
    columns: {
      ...product,
      id: 'text',
      at: 'integer',
      actor: 'text',
      verb: 'text',
      target: 'text',
      before: 'text?',
      after: 'text?',
    },
    key: ['product_id', 'id'],
    indexes: [{ columns: ['product_id', 'at', 'id'] }],
  },
} as const satisfies Record<string, TableShape>;

/** What was delivered to or by a webhook: an id that comes again is the same delivery. */
export const DELIVERY_TABLES = {
  deliveries: {
    columns: {
      ...product,
      webhook_id: 'text',
      id: 'text',
      at: 'integer',
      event: 'text',
      state: 'text',
      told: 'text?',
    },
    key: ['product_id', 'webhook_id', 'id'],
    indexes: [{ columns: ['product_id', 'webhook_id', 'at', 'id'] }],
  },
} as const satisfies Record<string, TableShape>;
