/** The command line is read strictly, and says what it did not understand. */
import { expect, test } from 'vitest';
import { parse } from './arguments.ts';

test('without words the folder one stands in is read', () => {
  const asked = parse([]);
  expect(asked.command.name).toBe('reflect');
  expect(asked.targets).toEqual([]);
});

test('a first word that is no command is something to read', () => {
  expect(parse(['../kettle', '--deep'])).toMatchObject({
    command: { name: 'reflect' },
    targets: ['../kettle'],
    flags: { deep: true },
  });
});

test('read is another word for reflect', () => {
  expect(parse(['read', '.', '--json']).command.name).toBe('reflect');
});

test('an unknown flag is named, with the nearest one', () => {
  expect(() => parse(['--jsn'])).toThrow('`reflect` has no flag --jsn. Did you mean --json?');
  expect(() => parse(['doctor', '--deep'])).toThrow('`doctor` has no flag --deep.');
});

test('a flag that needs a value says so', () => {
  expect(() => parse(['--at'])).toThrow('--at needs a value.');
});

test('behind a double dash everything is a target', () => {
  expect(parse(['reflect', '--', '--help']).targets).toEqual(['--help']);
});
