/** Which area each path of the history belongs to: product, telling, upkeep or generated. */
import { computeFact } from './define-fact.ts';
import { areasOfPaths } from './rules/areas-of-paths.ts';

export default computeFact({
  id: 'areas',
  version: 2,
  facts: ['history'],
  compute: ({ history }) => {
    const touches = new Float64Array(history.paths.length);
    for (const { touched } of history.commits)
      for (const path of touched) touches[path] = (touches[path] as number) + 1;
    return areasOfPaths(history.paths, touches);
  },
});
