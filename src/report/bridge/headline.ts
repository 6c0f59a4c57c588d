/** The sentence that opens the Bridge, whichever face shows it. */
import type { BridgeTold } from '#core/action.ts';
import { counted } from '#core/wording.ts';

export function bridgeHead({ week, quarter, done, because }: BridgeTold): string {
  const open = [...week, ...quarter];
  const adopted = open.filter(({ state }) => state === 'adopted');
  const called = done.filter(({ judged }) => judged !== null && judged.verdict !== 'too early');
  const moved = called.filter(({ judged }) => judged?.verdict === 'moved');
  if (open.length === 0 && done.length === 0) return because ?? 'Nothing that was read asks for a step now.';
  const history =
    called.length === 0
      ? ''
      : ` Of ${counted(called.length, 'step')} that can be judged, ${moved.length === 0 ? 'none' : moved.length} moved what it was for.`;
  if (adopted.length > 0) return `${counted(adopted.length, 'step is', 'steps are')} taken up.${history}`;
  const [first] = open;
  if (first === undefined) return history.trim() || 'What was done is too young to be judged.';
  const whom =
    first.people === null || first.people === 0
      ? ''
      : `, for ${counted(first.people, 'person who waits', 'people who wait')}`;
  return `First: ${first.title[0]?.toLowerCase()}${first.title.slice(1)}${whom}.${history}`;
}
