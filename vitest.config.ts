import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const needBuild = [
  'tests/{site,content}/**/*.test.ts',
  'tests/adding.test.ts',
  'tests/publish/{editions,killedPublish}.test.ts',
  'tests/report/report.test.ts',
  'tests/workbook/{killedImport,otherPrograms}.test.ts',
]
const needBrowser = [
  'tests/browser/**/*.test.ts',
  'tests/report/printReport.test.ts',
  'tests/tools/dev.test.ts',
]
const needPictures = ['tests/visual/**/*.test.ts']

// No file leaves anything behind for the next, so that none needs a worker of its own.
const common = {
  isolate: false,
  maxWorkers: availableParallelism(),
  testTimeout: 180_000,
  // Its modules name each other without an extension, which only a bundler follows.
  server: { deps: { inline: ['leaflet'] } },
}
const slow = {
  ...common,
  // A build that several files share is waited for in a hook.
  hookTimeout: 900_000,
  // Pages side by side fill the time that one of them waits.
  maxConcurrency: 2,
  // A browser on a busy machine takes longer than the usual second.
  expect: { poll: { timeout: 15_000 } },
}

export default defineConfig({
  test: {
    globalSetup: 'tests/shareServices.ts',
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          pool: 'threads',
          include: ['tests/**/*.test.ts'],
          exclude: [...needBuild, ...needBrowser, ...needPictures],
        },
      },
      { test: { ...slow, name: 'site', include: needBuild } },
      { test: { ...slow, name: 'browser', include: needBrowser } },
      { test: { ...slow, name: 'visual', include: needPictures } },
    ],
  },
})
