import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/serveSite.ts',
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 15_000 } },
  },
})
