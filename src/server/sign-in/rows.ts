/** The rows of sign-in as its library wants them: over our own tables, so that both engines hold the same. */
import { createAdapterFactory } from 'better-auth/adapters';
import type { Store } from '#engine/open-store.ts';

type Rows = Store['signIn'];
type Table = Parameters<Rows['find']>[0];
type Where = Parameters<Rows['find']>[1][number];
type Value = Where['value'];

/** Of all names that the library gives its columns, the one whose case does not follow from ours. */
const CREDENTIAL = { theirs: 'credentialID', ours: 'credential_id' } as const;

/** What the library asks for when it wants all. */
const MOST_ROWS = 10_000;

interface Theirs {
  readonly field: string;
  readonly operator?: string | undefined;
  readonly value: unknown;
  readonly connector?: string | undefined;
}

export function signInRowsOf(rows: Rows) {
  return createAdapterFactory({
    config: {
      adapterId: 'bifocal',
      usePlural: true,
      supportsBooleans: false,
      supportsDates: true,
      supportsJSON: false,
      supportsNumericIds: false,
    },
    adapter: () => ({
      async create<Row extends Record<string, unknown>>({ model, data }: { model: string; data: Row }) {
        await rows.insert(model as Table, ours(data));
        return data;
      },
      async findOne<Row>({ model, where }: { model: string; where: Theirs[] }) {
        const [row] = await rows.find(model as Table, where.map(whereOf), { limit: 1 });
        return row === undefined ? null : (theirs(row) as Row);
      },
      async findMany<Row>(asked: {
        model: string;
        where?: Theirs[] | undefined;
        limit?: number | undefined;
        offset?: number | undefined;
        sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined;
      }) {
        const { model, where = [], limit = MOST_ROWS, offset = 0, sortBy } = asked;
        const sort = sortBy && { column: columnOf(sortBy.field), direction: sortBy.direction };
        const found = await rows.find(model as Table, where.map(whereOf), { limit, offset, ...(sort && { sort }) });
        return found.map(theirs) as Row[];
      },
      async update<Row>({ model, where, update }: { model: string; where: Theirs[]; update: Row }) {
        const [row] = await rows.update(model as Table, where.map(whereOf), ours(update as Record<string, unknown>));
        return row === undefined ? null : (theirs(row) as Row);
      },
      async updateMany({ model, where, update }: { model: string; where: Theirs[]; update: Record<string, unknown> }) {
        return (await rows.update(model as Table, where.map(whereOf), ours(update))).length;
      },
      async delete({ model, where }: { model: string; where: Theirs[] }) {
        await rows.remove(model as Table, where.map(whereOf));
      },
      async deleteMany({ model, where }: { model: string; where: Theirs[] }) {
        return (await rows.remove(model as Table, where.map(whereOf))).length;
      },
      async consumeOne<Row>({ model, where }: { model: string; where: Theirs[] }) {
        const [row] = await rows.remove(model as Table, where.map(whereOf));
        return row === undefined ? null : (theirs(row) as Row);
      },
      count: ({ model, where = [] }: { model: string; where?: Theirs[] | undefined }) =>
        rows.count(model as Table, where.map(whereOf)),
    }),
  });
}

function whereOf({ field, operator = 'eq', value, connector }: Theirs): Where {
  const is = SIGNS.find((sign) => sign === operator);
  if (is === undefined) throw new Error(`sign-in asks for rows by ${operator}, which its tables do not answer`);
  const told = Array.isArray(value) ? value.map(plain) : plain(value);
  return { column: columnOf(field), is, value: told as Value, or: connector === 'OR' };
}

const SIGNS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in'] as const;

function ours(row: Record<string, unknown>): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), plain(value)]));
}

function theirs(row: Readonly<Record<string, string | number | null>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const time = column.endsWith('_at') && typeof value === 'number';
      return [fieldOf(column), time ? new Date(value) : value];
    }),
  );
}

function plain(value: unknown): string | number | null {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return (value ?? null) as string | number | null;
}

function columnOf(field: string): string {
  if (field === CREDENTIAL.theirs) return CREDENTIAL.ours;
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fieldOf(column: string): string {
  if (column === CREDENTIAL.ours) return CREDENTIAL.theirs;
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
