import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Limits for what hangs, not for what is slow: a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core is left to the watcher: half of a machine with two.
    maxWorkers: '100%',
  },
});
