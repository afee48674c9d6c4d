import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/serveSite.ts',
    // Its modules name each other without an extension, which only a bundler follows.
    server: { deps: { inline: ['leaflet'] } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 15_000 } },
  },
})
