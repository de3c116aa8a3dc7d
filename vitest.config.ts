import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node resolves them: graphql has another copy of itself for development, and two copies do not go together.
  ssr: { resolve: { conditions: ['node', 'module-sync'] } },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/store/real-postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Two even on two cores: many tests wait for processes they have started.
    maxWorkers: 2,
    // The model is read once for each process, not once for each file: nothing here changes what another test sees.
    isolate: false,
  },
});
