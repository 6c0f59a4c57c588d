/** The page of each audit asks what the audit asks, and tells its least number of cases and who pays if it is gamed. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Audit } from '#core/audit.ts';

const here = new URL('.', import.meta.url);
const ids = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

test('the folders are found', () => {
  expect(ids).toContain('release-cadence');
});

test.each(ids)('%s says on its page what it declares', async (id) => {
  const page = readFileSync(new URL(`${id}/${id}.md`, here), 'utf8');
  const { default: audit } = (await import(new URL(`${id}/${id}.ts`, here).href)) as { default: Audit };
  expect(page).toContain(`## Question\n\n${audit.question}\n`);
  expect(page).toContain(`needs ${audit.minN.toLocaleString('en-GB')} `);
  const guard = ids.includes(audit.guardedBy) ? `\`${audit.guardedBy}\`` : 'plain check';
  expect(page.split('## How it can be gamed')[1]).toContain(guard);
});

test.each(ids)('%s proposes at most ten words, as a belief with a reason', async (id) => {
  const { default: audit } = (await import(new URL(`${id}/${id}.ts`, here).href)) as { default: Audit };
  if (audit.remedy === null) return;
  expect(audit.remedy.title.split(' ').length).toBeLessThanOrEqual(10);
  expect(audit.remedy.hypothesis).toMatch(/^We believe that .+ because .+\.$/);
});
