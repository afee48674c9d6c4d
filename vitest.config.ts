import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/serveSite.ts',
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
