/** Mail: mbox archives and single messages, threads by their references, makers by their domain. Page for readers: mail.md. */
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { type Batch, defineSource } from '#core/source.ts';
import { type InspectedFile, inspected } from '../export-format.ts';
import { sameAgain, Taker } from '../export-taker.ts';
import { mailEvidence, wordsOf } from './evidence-of.ts';
import { headOfMail } from './head.ts';
import { LARGEST_MESSAGE, type MailShape, mailShape, messagesIn } from './messages.ts';
import { MailThreads, MOST_MESSAGES } from './threads.ts';

const MailOptions = z.strictObject({
  files: z.array(z.string().min(1)).min(1).max(10_000),
  /** `makers`: the domains that makers write from, apart by blanks. */
  map: z.strictObject({ makers: z.string().max(500).optional() }).optional(),
  from: z.string().min(1).max(100).optional(),
});
type MailOptions = z.infer<typeof MailOptions>;

/** Messages that are handed on together. */
const PIECE = 200;

export default defineSource<MailOptions>({
  id: 'mail',
  title: 'Mail, as mbox or .eml',
  strands: ['says'],
  rereadable: false,
  options: MailOptions,
  origin: async ({ from }) => originOf(from),

  async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    const { all, digest, bytes } = await inspected(options.files, options, signal);
    const key = `${digest} ${options.map?.makers ?? ''}`;
    const same = sameAgain(cursor, key, until);
    if (same !== null) {
      yield same;
      return;
    }
    const { threads, shapes } = await threadsOf(all, signal);
    const told = { origin: originOf(options.from), makers: makersOf(options, threads) };
    const taker = new Taker(until);
    const seen = new Set<string>();
    let done = 0;
    for (const { path, bytes: size } of all) {
      const file = basename(path);
      for await (const { row, raw } of messagesIn(path, shapes.get(path) ?? 'eml', signal)) {
        signal.throwIfAborted();
        if (raw === null) {
          taker.refuse(file, row, `it is larger than ${LARGEST_MESSAGE / 2 ** 20} MB`);
          continue;
        }
        const head = headOfMail(raw);
        // One message may lie in two folders.
        if (seen.has(head.id)) continue;
        seen.add(head.id);
        const words = await wordsOf(raw).catch(() => null);
        if (words === null) taker.refuse(file, row, 'its parts are nested, or its header long, beyond what mail is');
        else taker.take(file, row, mailEvidence(head, words, threads.placeOf(head.id), told));
        if (taker.rows < PIECE) continue;
        progress('messages', done, bytes);
        yield taker.handOver();
      }
      done += size;
    }
    yield taker.handOver();
    const { taken, first } = taker.tally;
    if (taken === 0)
      throw strange(all[0]?.path ?? '', first === null ? 'it holds no message' : `of its messages, ${first}`);
    yield taker.end(key, 'mail');
  },

  importing: {
    formats: ['mbox', 'eml'],
    recognises: async (path) => ((await mailShape(path).catch(() => null)) === null ? 0 : 2),
    optionsOf: ({ files, map, from }) => ({
      files,
      ...(map?.makers !== undefined && { map: { makers: map.makers } }),
      ...(from && { from }),
    }),
    async describe(options, signal) {
      const given = options as MailOptions;
      const { all } = await inspected(given.files, given, signal);
      const { threads, shapes } = await threadsOf(all, signal);
      const makers = [...makersOf(given, threads)].join(', ');
      const notes =
        makers === ''
          ? ['No domain tells the makers. Say --map makers=<domain> if you know it.']
          : [`Messages from ${makers} are taken for the makers’ own. Say --map makers=<domain> if they are not.`];
      return { columns: [], notes, format: [...new Set(shapes.values())].sort().join('+') };
    },
  },
});

function originOf(from: string | undefined): string {
  return `mail:${from ?? 'export'}`;
}

function makersOf({ map }: MailOptions, threads: MailThreads): ReadonlySet<string> {
  const said = map?.makers
    ?.toLowerCase()
    .split(/[\s,;@]+/)
    .filter((one) => one !== '');
  const guessed = threads.makers();
  return new Set(said ?? (guessed === null ? [] : [guessed]));
}

async function threadsOf(files: readonly InspectedFile[], signal: AbortSignal) {
  const threads = new MailThreads();
  const shapes = new Map<string, MailShape>();
  for (const { path } of files) {
    const shape = await mailShape(path);
    if (shape === null) throw strange(path, 'it opens with no header of a message');
    shapes.set(path, shape);
    for await (const { raw } of messagesIn(path, shape, signal)) {
      if (raw !== null) threads.see(headOfMail(raw));
      if (threads.messages > MOST_MESSAGES)
        throw strange(path, `it holds more than ${MOST_MESSAGES} messages; import it year by year`);
    }
  }
  return { threads, shapes };
}

function strange(path: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: basename(path), format: 'mail', cause });
}
