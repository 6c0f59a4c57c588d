/** What leaves the Bridge: calendar lines as RFC 5545 wants them, cells and shell words that do nothing else. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { ActionTold } from '#core/action.ts';
import { calendarOf, folded } from './calendar.ts';
import { issueLines, issuesCsv } from './issues.ts';

const TITLE = `Tell; those, who \\asked – “now” it's $(out) \`x\` @ada ${'ü漢🐎'.repeat(20)}`;

const action: ActionTold = {
  ...{ id: 'a1', name: 'loop-closure', kind: 'audit', target: 'loop-closure', state: 'adopted', may: [], title: TITLE },
  ...{
    hypothesis: 'We believe.\nBecause.',
    people: 3,
    evidence: [],
    tellTale: 'told',
    standing: null,
    effort: 'minutes',
  },
  ...{ expected: null, verdictPossibleAt: '2026-05-01', owner: '=cmd()', due: '2026-03-13', doneOn: null, steps: [] },
  ...{ baseline: 'r', judged: null, history: [] },
};

test('no line of a calendar is longer than 75 octets, and unfolded it is what it was', () => {
  const text = calendarOf('Gallop', [action], '2026-02-28T23:00:00Z');
  const lines = text.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text).not.toMatch(/[^\r]\n/);
  const whole = text.replaceAll('\r\n ', '');
  expect(whole).toContain('DTSTART;VALUE=DATE:20260313');
  expect(whole).toContain('Tell\\; those\\, who \\\\asked');
  expect(whole).toContain('DESCRIPTION:We believe.\\nBecause.\\n');
  expect(whole).toContain('🐎'.repeat(1));
  expect(whole.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
  expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});

test('a shell takes a title as one word, whatever stands in it', () => {
  const line = issueLines([action], 'gh').replace('gh issue create', 'printf "%s\\n"');
  const out = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(out.split('\n').slice(0, 2)).toEqual(['--title', TITLE]);
});

test('a cell that begins like a formula is text', () => {
  const csv = issuesCsv([{ ...action, title: '=HYPERLINK("x")' }]);
  expect(csv.split('\r\n')[1]).toMatch(/^"'=HYPERLINK\(""x""\)",/);
});
