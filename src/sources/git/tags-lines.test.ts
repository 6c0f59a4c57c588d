/** How tags are read together: product lines, changed prefixes, pointers. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { readTags } from './tags-lines.ts';

/** One tag a day, each on a commit of its own unless it says `name=commit`. */
function read(product: string | null, ...names: string[]) {
  const tags = names.map((given, at) => {
    const [name = '', commit = `c${at}`] = given.split('=');
    return { name, commit, at };
  });
  return readTags(tags, product).map(({ version, line, reads }) =>
    reads === 'version' ? `${line ?? ''} ${version}`.trim() : reads,
  );
}

test('one line has no name, whatever stands before its versions', () => {
  expect(read(null, 'curl-7_88_0', 'curl-7_88_1')).toEqual(['7.88.0', '7.88.1']);
});

test('several lines keep their names, and the one without a name stays so', () => {
  expect(read(null, 'v1.0.0', 'cli@1.0.0', 'v1.1.0', 'cli@1.0.1')).toEqual([
    '1.0.0',
    'cli 1.0.0',
    '1.1.0',
    'cli 1.0.1',
  ]);
});

test("the product's own name is no line", () => {
  expect(read('Widget.js', 'widgetjs-1.0', 'v1.1', 'cli-1.0', 'widget-js-0.9')).toEqual([
    '1.0',
    '1.1',
    'cli 1.0',
    '0.9',
  ]);
});

test('words of the scheme unify: v1.0 early, release-1.2 later', () => {
  expect(read(null, 'v1.0', 'v1.1', 'release-1.2', 'stable-1.3')).toEqual(['1.0', '1.1', '1.2', '1.3']);
});

test('a scheme that goes on under another prefix is one line', () => {
  expect(read(null, 'v1.0', 'v1.1', 'foo-2.0', 'foo-2.1')).toEqual(['1.0', '1.1', '2.0', '2.1']);
});

test('a second line that begins anew or runs beside is a line of its own', () => {
  expect(read(null, 'v1.0', 'v1.1', 'foo-0.1')).toEqual(['1.0', '1.1', 'foo 0.1']);
  expect(read(null, 'v1.0', 'foo-2.0', 'v1.1')).toEqual(['1.0', 'foo 2.0', '1.1']);
});

test('where most tags are Internet-Drafts each is a release of its document; beside other releases it is a note', () => {
  expect(read(null, 'draft-ietf-quic-http-00', 'draft-ietf-quic-tls-00', 'draft-ietf-quic-http-01', 'sent')).toEqual([
    'draft-ietf-quic-http 00',
    'draft-ietf-quic-tls 00',
    'draft-ietf-quic-http 01',
    'nothing',
  ]);
  expect(read(null, 'draft-ietf-tls-esni-12', 'draft-ietf-tls-esni.md-13', 'draft-ietf-tls-esni-14')).toEqual([
    '12',
    '13',
    '14',
  ]);
  expect(read(null, 'v1.0', 'v1.1', 'draft-ietf-quic-http-01')).toEqual(['1.0', '1.1', 'nothing']);
  expect(read(null, 'draft-notes-2', 'draft-of-mine-2')).toEqual(['nothing', 'nothing']);
});

test('v4 beside v4.2.1 on one commit is a pointer, alone it is a release', () => {
  expect(read(null, 'v4=x', 'v4.2.1=x', 'v3=y')).toEqual(['marker', '4.2.1', '3']);
});

test('twenty thousand tags are read in a second', () => {
  const tags = Array.from({ length: 20_000 }, (_, at) => ({ name: `v1.${at}`, commit: `${at}`, at }));
  const before = processorTime();
  expect(readTags(tags, 'x')).toHaveLength(tags.length);
  expect(processorTime() - before).toBeLessThan(1_000);
});
