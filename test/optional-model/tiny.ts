/** A model of ten words and four numbers, written as ONNX byte by byte: real enough for the library that runs models. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'horse', 'late', 'card', 'refused', 'the', 'my'];
const SPECIAL = 4;
const WIDTH = 4;
/** As onnx.proto numbers them. */
const FLOAT = 1;
const INT64 = 7;

export interface Tiny {
  /** What the table holds for a word that it knows; zeros make a text without a direction. */
  readonly worth?: (word: number, column: number) => number;
  /** The graph's one operation. */
  readonly operation?: string;
}

/** A folder as a hub has it: the model, its words, and what it says of itself. */
export function tinyModel(folder: string, { worth = ordinary, operation = 'Gather' }: Tiny = {}): string {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const file of ['model.onnx', 'model_quantized.onnx'])
    writeFileSync(join(folder, 'onnx', file), model(worth, operation));
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('config.json', { model_type: 'bert', hidden_size: WIDTH, vocab_size: WORDS.length });
  const [pad_token, unk_token, cls_token, sep_token] = WORDS;
  json('tokenizer_config.json', {
    ...{ tokenizer_class: 'BertTokenizer', model_max_length: 16 },
    ...{ pad_token, unk_token, cls_token, sep_token },
  });
  json('tokenizer.json', {
    ...{ version: '1.0', truncation: null, padding: null, post_processor: null, decoder: null },
    added_tokens: WORDS.slice(0, SPECIAL).map((content, id) => ({
      ...{ id, content, special: true },
      ...{ single_word: false, lstrip: false, rstrip: false, normalized: false },
    })),
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    model: { type: 'WordLevel', vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])), unk_token },
  });
  return folder;
}

function ordinary(word: number, column: number): number {
  if (word < SPECIAL) return 0.1;
  if (column === word % WIDTH) return 1;
  return column === (word + 1) % WIDTH ? word / 10 : 0;
}

function model(worth: (word: number, column: number) => number, operation: string): Buffer {
  const rows = WORDS.flatMap((_, word) => Array.from({ length: WIDTH }, (_, column) => worth(word, column)));
  const table = [
    ...[number(1, WORDS.length), number(1, WIDTH), number(2, FLOAT)],
    ...[bytes(8, 'table'), bytes(9, Buffer.from(Float32Array.from(rows).buffer))],
  ];
  const step = [bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'last_hidden_state'), bytes(4, operation)];
  const graph = [
    ...[bytes(1, Buffer.concat(step)), bytes(2, 'tiny'), bytes(5, Buffer.concat(table))],
    ...['input_ids', 'attention_mask'].map((name) => bytes(11, shaped(name, INT64, ['batch', 'length']))),
    bytes(12, shaped('last_hidden_state', FLOAT, ['batch', 'length', WIDTH])),
  ];
  const operators = Buffer.concat([bytes(1, ''), number(2, 17)]);
  return Buffer.concat([number(1, 8), bytes(7, Buffer.concat(graph)), bytes(8, operators)]);
}

function shaped(name: string, type: number, dimensions: readonly (string | number)[]): Buffer {
  const each = dimensions.map((one) => bytes(1, typeof one === 'number' ? number(1, one) : bytes(2, one)));
  const tensor = Buffer.concat([number(1, type), bytes(2, Buffer.concat(each))]);
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensor))]);
}

/** Protocol Buffers: a field's number with how it is written, then a number in groups of seven bits, or bytes with their length. */
function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, value: string | Buffer): Buffer {
  const content = Buffer.from(value as string);
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  return Buffer.from([...out, rest]);
}
