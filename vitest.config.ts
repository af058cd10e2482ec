import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one core is left to the watcher: half of a machine with two.
    maxWorkers: '100%',
  },
});
