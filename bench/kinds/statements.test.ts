/** The labels name places in public data and hold nothing that anybody said. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LABELS } from './statements.ts';

const ROW =
  /^(?:app-review-search|jupyter-surveys|titanium-jira),[\w./:-]{1,140},\w{1,40},\d{1,6},\d{1,6},(?:(?:ask|reason|situation|other),(?:ask|reason|situation|other)|,),(?:(?:problem|request|question|praise|leaving)\+?)*$/;

test('each label is a place and words of ours, never a text', () => {
  const [head, ...rows] = readFileSync(LABELS, 'utf8').trim().split('\n');
  expect(head).toBe('data,key,field,from,to,first,second,kinds');
  expect(rows.filter((row) => !ROW.test(row))).toEqual([]);
  expect(rows.length).toBe(940);
  expect(rows.filter((row) => row.split(',')[6] !== '').length).toBe(700);
  expect(ROW.test('titanium-jira,TIMOB-1,description,0,9,ask,ask,the app crashes')).toBe(false);
});
