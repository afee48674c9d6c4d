import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/roots.ts'
import { shellEnvironment } from '../shellEnvironment.ts'

test('what is no folder of built editions is named, be it missing or a file', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/tools/assemble.ts', 'none', 'package.json'],
    { cwd: projectRoot, env: shellEnvironment({}), encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([
    1,
    '没有文件夹 none\n没有文件夹 package.json\n' +
      '先在各处用 npm run edition:build <年> 生成往年各版，把得到的文件夹放到这里\n',
  ])
})
