/** Separated values: what a spreadsheet writes comes back as it was, and any text is answered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { readTable, textOfBytes } from './separated.ts';

const cell = fc.string({ unit: fc.constantFrom(...'ab ,;"\n\té|'), maxLength: 8 });

test.each([',', ';', '\t', '|'])('a table with %j between its cells comes back as it was written', (separator) => {
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (cells) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [['a', 'b', 'c'], ...cells].map((row) => row.map(quoted).join(separator)).join('\r\n');
      const table = readTable(text);
      expect(table?.separator).toBe(separator);
      expect(table?.rows.map((row) => row.cells)).toEqual(cells);
    }),
    { seed: 7 },
  );
});

test('any text is answered, and no cell is made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const cells = readTable(text)?.rows.flatMap((row) => row.cells) ?? [];
      for (const one of cells) expect(text.replaceAll('"', '')).toContain(one.replaceAll('"', ''));
    }),
    { seed: 7 },
  );
});

test('lines are counted as an editor shows them, through quoted breaks and blank lines', () => {
  const table = readTable('\uFEFFid,text\n1,"two\nlines"\n\n2,plain\n');
  expect(table?.header).toEqual(['id', 'text']);
  expect(table?.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, '1'],
    [5, '2'],
  ]);
});

test('a quote that never closes takes the rest as text, in linear time', () => {
  expect(readTable('a,b\n1,"never')?.rows[0]?.cells).toEqual(['1', 'never']);
  const before = processorTime();
  readTable(`a,b\n${'"x"y,'.repeat(400_000)}`);
  expect(processorTime() - before).toBeLessThan(2_000);
});

test('bytes are UTF-8, UTF-16 with its mark, or Windows-1252', () => {
  expect(textOfBytes(new TextEncoder().encode('Größe'))).toBe('Größe');
  expect(textOfBytes(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toBe('a');
  expect(textOfBytes(Uint8Array.of(0x47, 0x72, 0xf6))).toBe('Grö');
});
