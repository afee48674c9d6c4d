import { spawnSync } from 'node:child_process'
import { projectRoot } from '../roots.ts'
import { beginPassing } from '../store/passed.ts'

const steps: [string, string[]][] = [
  ['biome', ['check', '.']],
  ['prettier', ['--check', '--log-level', 'warn', '**/*.astro']],
  ['astro', ['check']],
  ['knip', []],
  ['autocorrect', ['--lint', 'content', 'data', 'docs', 'README.md', 'CONTRIBUTING.md']],
]

const remember = beginPassing('check')
const failed = steps.filter(([command, args]) => {
  console.log(`▸ ${command} ${args.join(' ')}`)
  return (
    spawnSync('npx', ['--no-install', command, ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }).status !== 0
  )
})
if (failed.length > 0) {
  console.error(`没有通过：${failed.map(([command]) => command).join('、')}`)
  process.exit(1)
}
remember()
console.log('检查全部通过')
