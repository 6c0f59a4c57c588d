/** A unit's page in the reference must lead to the same places as beside its code. */
import { expect, test } from 'vitest';
import { movedPage } from './page-links.ts';

const FROM = 'src/audits/limbo/limbo.md';
const TO = 'docs/reference/audits/limbo.md';

test('a link to another unit leads to its page in the reference', () => {
  expect(movedPage('[cadence](../release-cadence/release-cadence.md#score)', FROM, TO)).toBe(
    '[cadence](release-cadence.md#score)',
  );
});

test('a link to anything else in the house is led there from the new place', () => {
  expect(movedPage('[why](../../../docs/decisions/0001-runtime.md)', FROM, TO)).toBe(
    '[why](../../decisions/0001-runtime.md)',
  );
});

test('addresses, anchors and code stay as they are', () => {
  const page = '[site](https://example.org/a) [here](#score) `[a]`';
  expect(movedPage(page, FROM, TO)).toBe(page);
});
