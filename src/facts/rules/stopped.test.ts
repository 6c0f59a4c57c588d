/** The sentence by which makers say that they stopped, and the many that only sound like it. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { saidStopped } from './stopped.ts';

const STOPPED = [
  '# Lamp\n\n> ⚠️ ARCHIVED: see Lantern.',
  '# Lamp\n\n**As of June, this repository has been archived.**',
  '# Lamp\n\n## This repository has been archived and gets no support.',
  'NOTICE: SUPPORT FOR THIS PROJECT HAS ENDED',
  '__This project is unmaintained__',
  '# lamp (archived)',
  '# Lamp [UNMAINTAINED]',
  '# Lamp\n\nTHIS REPOSITORY IS NO LONGER MAINTAINED',
  '# DEPRECATED',
  '# lamp\n\n## Deprecated!\n\nSee the other one.',
  '# Acme Lamp - light for everybody\n\nWhile Acme no longer supports Acme Lamp, it can still be built.',
  '# Lamp\n\nI no longer maintain this project.',
  '# Lamp\n\n[![No Maintenance Intended](http://unmaintained.tech/badge.svg)](http://unmaintained.tech/)',
  '# Lamp\n\nThis project has moved to [another place](https://example.org/lamp).',
  '# Lamp\n\nLamp is deprecated in favour of Lantern.',
  '# Lamp\n\nSome words first.\n\nThis package is deprecated. Use Lantern.',
  '<h1 align="center">Lamp</h1>\n<h4>⚠️ This repository is archived. ⚠️</h4>',
  '# Lamp\n\nDevelopment of this library has stopped.',
];

const GOING_ON = [
  '# Lamp\n\nThe first lamp, oilwick, is no longer maintained. Lamp is.',
  '# Lamp\n\nWe maintain v6 and v7. Lamp v5 is no longer maintained.',
  '# Lamp\n\nThe `--wick` flag still works but is deprecated in favour of `--fuse`.',
  '# Lamp\n\nIf this project is no longer maintained, open an issue.',
  '# Lamp\n\nThis project will be archived soon.',
  '# Lamp\n\nThe `lamp-macros` package is no longer maintained.',
  '# Lamp\n\nLamp has moved to `fetch`. We also deprecated the following:',
  '# Lamp\n\n## Deprecated APIs\n\n- `on()`',
  '# Lamp\n\n**Deprecated**: `on()`',
  '# Lamp\n\n- Deprecated: use `light` instead of `on`',
  '# Lamp\n\nThis project is actively maintained.',
  '# Lamp\n\nNode 12 is no longer supported.',
  '# Lamp\n\nLamp is not deprecated.',
  '# Lamp\n\nThis package is not supported on Windows.',
  '# Lamp\n\nThis package is no longer supported on Node 10.',
  '# Lamp\n\nThis project is no longer maintained by its founder but by a team.',
  '# Lamp\n\nThis plugin is no longer needed with version 3.',
  '# Lamp\n\n```\nThis project is no longer maintained.\n```',
  '# Lamp\n\n> ⚠️ **Wick mode** (`wick`) is no longer maintained.',
  '# Lamp\n\n[Old docs](docs/archived.md) · [Deprecated](docs/deprecated.md)',
];

test('hears makers who stopped, in words that stand in the text', () => {
  for (const text of STOPPED) {
    const quote = saidStopped(text);
    expect(quote, text).not.toBeNull();
    expect(text).toContain(quote);
  }
});

test('hears nothing where a part, a version, a condition or somebody else is meant', () => {
  expect(GOING_ON.flatMap((text) => saidStopped(text) ?? [])).toEqual([]);
});

test('reads hostile texts quickly', () => {
  const started = processorTime();
  for (const piece of [
    'this project is ',
    '> ',
    '<',
    '[',
    '# ',
    'a ',
    '*',
    ':a',
    'deprecated ',
    'no longer ',
    '. ',
    'this repository has moved ',
  ]) {
    saidStopped(piece.repeat(2_000_000 / piece.length));
    saidStopped(`# ${piece.repeat(200_000 / piece.length)}`);
  }
  expect(processorTime() - started).toBeLessThan(2000);
});
