/** Senses: words of one thing meet, words of another do not, and texts learn them only where they are few. */
import { expect, test } from 'vitest';
import { Stems } from '../words.ts';
import { sensesOf } from './senses.ts';
import { learnVectors, vectorsOf } from './text-vectors.ts';
import { SENSES } from './weights/senses.ts';

const senses = (word: string) => sensesOf(new Stems().of(word));

test('words of one line share a sense, those of another do not, and other words have none', () => {
  expect(senses('late').some((sense) => senses('overdue').includes(sense))).toBe(true);
  expect(senses('late').some((sense) => senses('invoice').includes(sense))).toBe(false);
  expect(senses('webview')).toEqual([]);
});

test('every line joins at least three words, each once', () => {
  for (const line of SENSES.trim().split('\n')) {
    const words = line.split(' ');
    expect([line, words.length]).toEqual([line, new Set(words).size]);
    expect(words.length).toBeGreaterThan(2);
  }
});

test('few texts bring words of one thing nearer than their letters do', () => {
  const said = [
    'my order is late',
    'it came overdue again',
    'the invoice is wrong',
    'print the receipt',
    'late at my door',
  ];
  const all = [...said, ...said.map((text) => `${text} once more`)];
  const vectors = vectorsOf(learnVectors(all), ['late', 'overdue', 'invoice']);
  const near = (one: number, two: number) => {
    let sum = 0;
    for (let at = 0; at < vectors.width; at += 1) {
      sum += (vectors.data[one * vectors.width + at] ?? 0) * (vectors.data[two * vectors.width + at] ?? 0);
    }
    return sum;
  };
  expect(near(0, 1)).toBeGreaterThan(near(1, 2) + 0.1);
});
