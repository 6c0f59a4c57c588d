/** Who is who: people.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Segment = 'commuter' | 'night rider' | 'stable or business';

const HEADINGS: Readonly<Record<string, Segment>> = {
  'night riders': 'night rider',
  'stables and businesses': 'stable or business',
  commuters: 'commuter',
};

/** Makers' handles and names. */
export function makersIn(folder: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(folder, 'people.txt'), 'utf8').matchAll(/^(\w+) = (.+)$/gm);
  return new Map([...lines].map(([, handle = '', name = '']) => [handle, name]));
}

export function segmentsIn(folder: string): ReadonlyMap<string, Segment> {
  const segments = new Map<string, Segment>();
  for (const block of readFileSync(join(folder, 'people.txt'), 'utf8').split('\n\n')) {
    const [heading = '', ...lines] = block.split('\n');
    const segment = HEADINGS[heading.replace(/:$/, '')];
    if (segment !== undefined)
      for (const handle of lines.join(' ').split(/\s+/)) if (handle !== '') segments.set(handle, segment);
  }
  return segments;
}
