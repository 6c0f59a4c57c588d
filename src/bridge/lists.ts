/** What comes when: three steps for this week, one or two bets for this quarter, the rest beneath. */
import type { ActionTold, BridgeTold } from '#core/action.ts';

const STEPS = 3;
const BETS = 2;
const SMALL: readonly string[] = ['minutes', 'hours'];

/** `all` in the order of the people who wait. What was taken up comes before what is only proposed. */
export function listsOf(
  all: readonly ActionTold[],
): Pick<BridgeTold, 'week' | 'quarter' | 'more' | 'dropped' | 'done'> {
  const of = (state: ActionTold['state']) => all.filter((one) => one.state === state);
  const open = [...of('adopted'), ...of('proposed')];
  const shown = (small: boolean, most: number) => {
    const found = open.filter(({ effort }) => SMALL.includes(effort) === small);
    const taken = found.filter(({ state }) => state === 'adopted').length;
    return found.slice(0, Math.max(most, taken));
  };
  const [week, quarter] = [shown(true, STEPS), shown(false, BETS)];
  const listed = new Set([...week, ...quarter]);
  return { week, quarter, more: open.filter((one) => !listed.has(one)), dropped: of('dropped'), done: of('done') };
}
