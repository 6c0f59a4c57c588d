/** A check as SARIF 2.1.0, the format that code scanning reads. */
import { CHECK_RULES, type Check, type CheckFinding, type CheckRule } from '#core/check.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const FAILING: readonly CheckRule[] = ['removed-thing', 'contradicted-claim'];

/** What stands on no file has no place in it: those findings are in the other outputs. */
export function sarifOf(check: Check, version: string): string {
  const ids = Object.keys(CHECK_RULES) as CheckRule[];
  const rules = ids.map((id) => ({
    id,
    shortDescription: { text: CHECK_RULES[id] },
    defaultConfiguration: { level: FAILING.includes(id) ? 'error' : 'note' },
  }));
  const results = [...check.failures, ...check.notes].flatMap((found) => (found.file === null ? [] : [result(found)]));
  const run = {
    tool: { driver: { name: 'Bifocal', semanticVersion: version, rules } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;

  function result({ rule, fails, says, step, file, line }: CheckFinding) {
    const uri = (file ?? '').split('/').map(encodeURIComponent).join('/');
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: fails ? 'error' : 'note',
      message: { text: `${says} ${step}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
            ...(line === null ? {} : { region: { startLine: line } }),
          },
        },
      ],
    };
  }
}
