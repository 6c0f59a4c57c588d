/** Documents that ask for an older version of a language than the manifests do: the newest row of each. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { numberIn, objectIn, textIn } from './rules/fields.ts';
import type { AskedRuntime } from './values.ts';

export default collectFact({
  id: 'runtimes',
  version: 1,
  reads: 'events',
  collect: () => {
    const newest = new Map<string, Evidence>();
    return {
      take(row) {
        if (row.type === 'need') newest.set(`${row.origin} ${row.externalId}`, row);
      },
      done: () => [...newest.values()].flatMap(toRuntime),
    };
  },
});

function toRuntime({ id, data }: Evidence): readonly AskedRuntime[] {
  const [runtime, stated, required] = [textIn(data, 'runtime'), textIn(data, 'stated'), textIn(data, 'required')];
  const [doc, manifest] = [textIn(data, 'doc'), textIn(data, 'manifest')];
  if (runtime === null || stated === null || required === null || doc === null || manifest === null) return [];
  const raised = objectIn(data, 'raised');
  const [sha, at] = [textIn(raised, 'sha'), numberIn(raised, 'at')];
  return [
    {
      ...{ id, runtime, stated, required, doc, manifest },
      lineNumber: numberIn(data, 'line') ?? 1,
      raised: sha === null || at === null ? null : { sha, at },
    },
  ];
}
