import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const alias = {
  '@': root.replace(/\/$/, ''),
  'server-only': fileURLToPath(new URL('./support/empty.ts', import.meta.url)),
};

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Pure functions keep nothing between files; a fresh world for each costs three times the time.
          isolate: false,
          // Only what hangs is stopped: a busy machine is no fault of the code.
          testTimeout: 60_000,
          include: ['{lib,components,app,db,tests/faults}/**/*.test.ts', '{lib,components,app,db}/**/*.test.tsx'],
        },
      },
      {
        resolve: { alias },
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/{integration,contract,golden}/**/*.test.ts'],
          pool: 'forks',
          // Each file has a database of its own and forgets what another one's said; to read all modules anew for each costs minutes.
          isolate: false,
          // What the start makes: the demo and the tests of exchanges seal with it.
          env: { NEXTAUTH_SECRET: 'a secret of the tests, of thirty-two bytes and more' },
          globalSetup: ['tests/support/database-setup.ts'],
          setupFiles: ['tests/support/quick-passwords.ts'],
          // Only what hangs is stopped, as above: a demo of twenty days is made in one test.
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
