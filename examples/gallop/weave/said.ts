/** Reads said/*.txt, what people wrote and what was answered, as rows of evidence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant, spread } from './days.ts';
import { makersIn, type Segment, segmentsIn } from './people.ts';

export type Channel = 'issue' | 'review' | 'ticket' | 'post' | 'survey';

export interface Reply {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly body: string;
}

export interface Said {
  readonly channel: Channel;
  /** `#14` in the tracker; `r014`, `s014`, `f014`, `q014` elsewhere. */
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly maker: boolean;
  readonly segment: Segment | null;
  readonly title: string | null;
  readonly body: string;
  readonly lang: string;
  readonly stars: number | null;
  readonly version: string | null;
  /** How disappointed they would be without it. */
  readonly would: 'very' | 'somewhat' | 'not' | null;
  readonly replies: readonly Reply[];
  readonly closed: { readonly at: number; readonly who: string; readonly how: string } | null;
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  tracker: 'issue',
  reviews: 'review',
  support: 'ticket',
  forum: 'post',
  survey: 'survey',
};

export function readSaid(folder: string): readonly Said[] {
  const makers = makersIn(folder);
  const segments = segmentsIn(folder);
  const names = readdirSync(join(folder, 'said')).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => {
    const channel = CHANNELS[name.split('-')[0] as string];
    if (channel === undefined) throw new Error(`said/${name}: no such channel`);
    const blocks = readFileSync(join(folder, 'said', name), 'utf8')
      .trim()
      .split('\n\n');
    return blocks.map((block) => readBlock(block, channel, makers, segments));
  });
}

function readBlock(
  block: string,
  channel: Channel,
  makers: ReadonlyMap<string, string>,
  segments: ReadonlyMap<string, Segment>,
): Said {
  const [heading = '', ...lines] = block.split('\n');
  const [id = '', day = '', who = '', ...extra] = heading.split(' ');
  const title = lines[0]?.startsWith('# ') ? (lines.shift() as string).slice(2) : null;
  const said = lines.filter((line) => !/^[>x] \d{4}-/.test(line));
  const segment = segments.get(who) ?? null;
  const hours = segment === 'night rider' ? 60 + spread(id, 160) : 400 + spread(id, 600);
  let last = { day, minutes: hours };
  const later = (next: string, key: string): number => {
    if (next < last.day) throw new Error(`${id}: ${next} comes before ${last.day}`);
    const minutes = next === last.day ? last.minutes + 15 + spread(key, 40) : 480 + spread(key, 500);
    last = { day: next, minutes };
    return instant(next, minutes);
  };
  const replies: Reply[] = [];
  let closed: Said['closed'] = null;
  for (const line of lines) {
    const reply = /^> (\S+) (\S+): (.+)$/.exec(line);
    const end = /^x (\S+) (\S+): (.+)$/.exec(line);
    if (reply) {
      const [, on = '', by = '', body = ''] = reply;
      const number = `${id.replace('#', '')}-${replies.length + 1}`;
      replies.push({ id: number, at: later(on, number), who: by, body });
    } else if (end) {
      const [, on = '', by = '', how = ''] = end;
      // An end stands below the thread, whenever it came.
      const minutes = on === last.day ? last.minutes + 5 : 1_000 + spread(id, 60);
      closed = { at: instant(on, minutes), who: by, how };
    }
  }
  const stars = extra.find((word) => word.startsWith('★'))?.length ?? null;
  const would = extra.find((word) => word === 'very' || word === 'somewhat' || word === 'not') ?? null;
  return {
    ...{
      channel,
      id,
      at: instant(day, hours),
      who,
      maker: makers.has(who),
      segment,
      title,
      body: said.join('\n'),
      stars,
    },
    version: extra.find((word) => /^\d/.test(word)) ?? null,
    lang: extra.find((word) => /^[a-z]{2}$/.test(word)) ?? 'en',
    would: would as Said['would'],
    replies,
    closed,
  };
}
