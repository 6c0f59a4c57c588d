/** One test run for everything: source beside its tests, contracts, guards, golden worlds, end-to-end. */
import { defineConfig } from 'vitest/config';

// Not 'import': Node would be told to take it for `require` too, and packages of two kinds (pg) would be mixed.
const conditions = ['bifocal-source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
