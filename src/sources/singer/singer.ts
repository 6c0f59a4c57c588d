/** Streams that a Singer tap writes: messages of JSON, one a line, with their schemas. Page for readers: singer.md. */
import type { Json } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { inside, wordsIn } from '../export-cells.ts';
import { type ExportReader, type Made, NO_DATA, type Opening } from '../export-format.ts';
import type { ExportHead } from '../export-head.ts';
import { isObject } from '../table/cells.ts';
import { evidenceOf, type Making, makingOf } from '../table/evidence-of.ts';
import type { Role } from '../table/role-names.ts';
import { nameOf, rolesOf } from '../table/roles.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'singer',
  title: 'Streams of a Singer tap',
  what: 'a stream of Singer messages',
  columns: { type: 'kind of message', stream: 'stream', record: 'the row', schema: 'columns', 'key properties': 'id' },
  recognises: ({ json, sample }) => {
    const [first] = sample;
    const told = sample.some(({ fields }) => fields.type === 'SCHEMA' && typeof fields.stream === 'string');
    return json && told && typeof first?.fields.type === 'string';
  },
  open: (opening) => reader(opening),
  notes: notesOn,
});

/** A tap writes a few dozen; more is a stream whose name is data. */
const MOST_STREAMS = 1_000;

function reader({ head, origin }: Opening): ExportReader {
  const streams = new Map<string, Making | null>();
  return {
    read({ row, fields }): Made {
      const stream = wordsIn(fields.stream);
      if (fields.type === 'SCHEMA' && stream !== null) {
        if (streams.size >= MOST_STREAMS) return { reason: `it opens more than ${MOST_STREAMS} streams` };
        streams.set(stream, making(stream, fields, origin, head, [...streams.keys()]));
        return NO_DATA;
      }
      if (fields.type !== 'RECORD')
        return KNOWN.has(String(fields.type)) ? NO_DATA : { reason: 'it is no message of Singer' };
      if (stream === null || !isObject(fields.record)) return { reason: 'it names no stream, or holds no record' };
      const made = streams.get(stream);
      if (made === undefined) return { reason: 'it comes before the schema of its stream' };
      return made === null ? NO_DATA : evidenceOf({ row, fields: fields.record }, made);
    },
  };
}

/** Positions and versions of the tap itself. */
const KNOWN = new Set(['STATE', 'ACTIVATE_VERSION', 'BATCH']);

/** Null for a stream that holds no feedback: people, tags, the sizes of things. */
function making(
  stream: string,
  schema: Fields,
  origin: string,
  head: ExportHead,
  before: readonly string[],
): Making | null {
  const columns = columnsIn(inside(schema.schema, 'properties'));
  const told = rolesOf(columns);
  const keys = Array.isArray(schema.key_properties) ? schema.key_properties.flatMap((key) => wordsIn(key) ?? []) : [];
  const roles: Partial<Record<Role, readonly string[]>> = { ...told, ...(keys.length === 1 && { id: keys }) };
  if (!roles.id || !roles.at || !(roles.title || roles.body)) return null;
  const replies = roles.title === undefined && roles.body !== undefined && roles.parent !== undefined;
  const place = replies ? threadsOf(roles.parent?.[0] ?? '', before) : stream;
  const plan = {
    ...{ file: head.file, name: stream, digest: '', bytes: 0, sample: [], days: null, columns, roles },
    ...{ what: replies ? ('replies' as const) : ('threads' as const), scale: roles.rating ? (5 as const) : null },
    markup: new Set([...(roles.body ?? []), ...(roles.title ?? [])]),
  };
  return makingOf(plan, `${origin}/${place ?? stream}`, null);
}

/** `ticket_id` names a row of the stream `tickets`, wherever a stream before begins so. */
function threadsOf(parent: string, streams: readonly string[]): string | null {
  const thing = nameOf(parent).replace(/ (?:id|key)$/, '');
  return streams.find((name) => nameOf(name).startsWith(thing)) ?? streams[0] ?? null;
}

function columnsIn(properties: Json | undefined): string[] {
  if (!isObject(properties)) return [];
  return Object.keys(properties).flatMap((name) => {
    const inner = inside(properties[name], 'properties');
    return isObject(inner) ? [name, ...Object.keys(inner).map((one) => `${name}.${one}`)] : [name];
  });
}

function notesOn(head: ExportHead): string[] {
  const told = head.sample.filter(({ fields }) => fields.type === 'SCHEMA');
  const lists = told.map(({ fields }) => {
    const stream = wordsIn(fields.stream) ?? '';
    return { stream, used: making(stream, fields, '', head, []) !== null };
  });
  const names = (used: boolean) => lists.filter((one) => one.used === used).map(({ stream }) => `“${stream}”`);
  return [
    ...(names(true).length > 0 ? [`Streams that are read: ${names(true).join(', ')}.`] : []),
    ...(names(false).length > 0
      ? [`Streams without an id, a text and a time, left out: ${names(false).join(', ')}.`]
      : []),
  ];
}
