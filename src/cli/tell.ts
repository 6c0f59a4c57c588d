/** `bifocal tell`: who asked for what shipped, who was told, and a draft for each who was not. Nothing is sent. */
import { BifocalError } from '#core/errors.ts';
import type { Tell } from '#core/tell.ts';
import { markSent, tellMeant, tellsOf, unmarkSent } from '#engine/tell.ts';
import { channelWords, tellHead, tellState } from '#report/bridge/tell-words.ts';
import { dateWords } from '#report/figures.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const RELEASES_SHOWN = 5;

export async function tellCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const [first, ...named] = targets;
  const marks = first === 'sent' || first === 'undo';
  if (marks ? named.length === 0 : named.length > 0)
    throw usage('Name one release, or say sent or undo and the asks that you mean.');
  const json = (value: unknown) => terminal.print(`${JSON.stringify(value, null, 2)}\n`);
  await withProduct(asked, terminal, async (store, product) => {
    const { all, because } = await tellsOf(store, product.id);
    if (marks) {
      const meant = named.map((ask) => tellMeant(all, ask));
      const by = typeof flags.by === 'string' ? flags.by : null;
      for (const tell of meant)
        await (first === 'sent' ? markSent(store, product.id, tell, by) : unmarkSent(store, product.id, tell));
      const now = await tellsOf(store, product.id);
      if (flags.json === true) json(now.all.filter(({ ask }) => meant.some((tell) => tell.ask === ask)));
      else
        terminal.print(
          ` ${first === 'sent' ? 'Marked as sent. It counts as told once it is found in the thread.' : 'Taken back.'}\n`,
        );
      return;
    }
    const shown = first === undefined ? all : all.filter(({ release }) => sameVersion(release, first));
    if (first !== undefined && shown.length === 0) throw usage(`No ask is known to have shipped in ${first}.`);
    if (flags.json === true) json(shown);
    else
      terminal.print(
        words(shown, { because, drafts: first !== undefined, whole: flags.all === true }, terminal.screen),
      );
  });
  return 0;
}

interface How {
  readonly because: string | null;
  readonly drafts: boolean;
  readonly whole: boolean;
}

function words(all: readonly Tell[], { because, drafts, whole }: How, screen: Screen): string {
  const paint = paintFor(screen);
  const lines = ['', ` ${paint('strong', tellHead(all, because))}`];
  const releases = [...Map.groupBy(all, ({ release }) => release)].filter(
    ([, tells]) => drafts || whole || tells.some(({ state }) => state !== 'told'),
  );
  for (const [release, tells] of whole || drafts ? releases : releases.slice(0, RELEASES_SHOWN)) {
    const untold = tells.filter(({ state }) => state === 'untold');
    const left = untold.length === 0 ? 'everybody was told' : `${channelWords(untold)} to answer`;
    lines.push('', ` ${paint('bridge', release)}, ${dateWords(tells[0]?.releasedAt ?? '')}: ${left}`);
    for (const tell of tells) lines.push(...askLines(tell, drafts, screen));
  }
  if (releases.length > RELEASES_SHOWN && !whole && !drafts)
    lines.push('', ` ${releases.length - RELEASES_SHOWN} earlier releases: --all`);
  const next = drafts ? 'bifocal tell sent <ask…> once you sent it' : 'bifocal tell <release> drafts a note for each';
  if (all.length > 0) lines.push('', ` ${next}. Nothing is sent by itself.`);
  return plain(screen, `${lines.join('\n')}\n\n`);
}

function askLines(tell: Tell, drafts: boolean, screen: Screen): string[] {
  const paint = paintFor(screen);
  const width = Math.max(20, screen.columns - 24);
  const text = tell.text.length > width ? `${tell.text.slice(0, width - 1)}…` : tell.text;
  const head = [
    `   ${tell.askedAt.slice(0, 10)}  ${paint('faint', tell.ask.slice(0, 8))}  “${text}”`,
    `   ${''.padEnd(20)}  ${paint('faint', tellState(tell))}`,
  ];
  if (!drafts || tell.state !== 'untold') return head;
  const link = tell.url === null ? [] : [`   ${''.padEnd(20)}  ${tell.url}`];
  return [...head, ...link, ...tell.draft.split('\n').map((line) => `   ${''.padEnd(20)}  ${line}`.trimEnd()), ''];
}

function sameVersion(version: string, said: string): boolean {
  const plainly = (text: string) => text.toLowerCase().replace(/^v(?=\d)/, '');
  return [plainly(said), `${plainly(said)}.0`, `${plainly(said)}.0.0`].includes(plainly(version));
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'tell' });
}
