/** `bifocal bridge`: what to do, what was decided and done, and what it did; also as Markdown, calendar and issues. */
import type { ActionTold, ActionVerb, BridgeTold } from '#core/action.ts';
import { BifocalError } from '#core/errors.ts';
import { bridgeOf } from '#engine/actions.ts';
import { addOwn, EFFORTS, LONGEST_STEP } from '#engine/add-action.ts';
import { actionMeant, decideAction } from '#engine/decide-action.ts';
import { calendarOf } from '#report/bridge/calendar.ts';
import { issueLines, issuesCsv } from '#report/bridge/issues.ts';
import { bridgeMarkdown } from '#report/bridge/markdown.ts';
import { bridgeTerminal } from '#report/bridge/terminal.ts';
import type { Asked } from './arguments.ts';
import { readingFor } from './reading-for.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const VERBS = ['adopt', 'drop', 'done', 'undo'] as const satisfies readonly ActionVerb[];

const SHAPES: Readonly<Record<string, (product: string, told: BridgeTold) => string>> = {
  markdown: bridgeMarkdown,
  ics: (product, told) => calendarOf(product, [...openOf(told), ...told.done], told.at),
  csv: (_, told) => issuesCsv(openOf(told)),
  gh: (_, told) => issueLines(openOf(told), 'gh'),
  glab: (_, told) => issueLines(openOf(told), 'glab'),
};

export async function bridgeCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const [verb, named, ...more] = targets;
  const decision = VERBS.find((one) => one === verb);
  if (verb === 'add') return add(asked, terminal);
  if (verb !== undefined && (decision === undefined || named === undefined || more.length > 0))
    throw usage('Say adopt, drop, done or undo, and name one action; or add, and what you want to do.');
  const shape = typeof flags.as === 'string' ? SHAPES[flags.as] : undefined;
  if (flags.as !== undefined && shape === undefined)
    throw usage(`--as takes ${Object.keys(SHAPES).join(', ')}, not “${flags.as}”.`);
  const json = (value: unknown) => terminal.print(`${JSON.stringify(value, null, 2)}\n`);
  await withProduct(asked, terminal, async (store, product) => {
    const reading = await readingFor(store, product.id, asked, terminal);
    const told = await bridgeOf(store, reading);
    if (decision !== undefined && named !== undefined) {
      const meant = actionMeant(told, named);
      const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : null);
      const [who, note, owner, due, on] = [text('by'), text('because'), text('owner'), text('due'), text('on')];
      const id = await decideAction(
        store,
        reading,
        meant.id,
        { verb: decision, who, note, owner, due, on },
        Date.now(),
      );
      const now = everyOf(await bridgeOf(store, reading)).find((one) => one.id === id) ?? null;
      if (flags.json === true) json(now);
      else terminal.print(` ${SAID[decision]}: ${meant.title}. \`bifocal bridge undo ${meant.name}\` takes it back.\n`);
      return;
    }
    if (flags.json === true) json(everyOf(told));
    else if (shape) terminal.print(shape(product.name, told));
    else terminal.print(bridgeTerminal(product.name, told, flags.all === true, terminal.screen));
  });
  return 0;
}

/** A person's own step, taken up at once. */
async function add(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const title = targets.slice(1).join(' ').trim();
  if (title === '' || title.length > LONGEST_STEP) throw usage(`Say what to do, in up to ${LONGEST_STEP} letters.`);
  const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : null);
  const effort = EFFORTS.find((one) => one === (text('effort') ?? 'hours'));
  if (effort === undefined) throw usage(`--effort takes ${EFFORTS.join(', ')}.`);
  const said = { because: text('because'), who: text('by'), owner: text('owner'), due: text('due') };
  await withProduct(asked, terminal, async (store, product) => {
    const reading = await readingFor(store, product.id, asked, terminal);
    const id = await addOwn(store, product.id, { ...said, title, effort, tellTale: text('tell-tale') }, Date.now());
    const kept = everyOf(await bridgeOf(store, reading)).find((one) => one.id === id);
    if (flags.json === true) terminal.print(`${JSON.stringify(kept ?? { id }, null, 2)}\n`);
    else terminal.print(` Taken up: ${title}. \`bifocal bridge undo ${kept?.name ?? id}\` takes it back.\n`);
  });
  return 0;
}

const SAID = { adopt: 'Taken up', drop: 'Decided against', done: 'Done', undo: 'Taken back' } as const;

/** What is taken up; where nothing is, what is proposed. */
function openOf({ week, quarter, more }: BridgeTold): readonly ActionTold[] {
  const shown = [...week, ...quarter, ...more];
  const adopted = shown.filter(({ state }) => state === 'adopted');
  return adopted.length > 0 ? adopted : [...week, ...quarter];
}

function everyOf({ week, quarter, more, dropped, done }: BridgeTold): readonly ActionTold[] {
  return [...week, ...quarter, ...more, ...dropped, ...done];
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'bridge' });
}
