import { defineConfig } from 'vitest/config';

// Test files share a worker's modules: no test changes what another one reads, and loading the library anew for each file took a quarter of the time.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, pool: 'threads', isolate: false, maxWorkers: '100%' },
});
