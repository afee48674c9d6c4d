import { spawnSync } from 'node:child_process'
import { projectRoot } from '../roots.ts'
import { useStore } from './buildStore.ts'
import { keyOf } from './store.ts'

/** The git tree of the project as it is; undefined if something is not committed, or there is no git. */
function committedTree(): string | undefined {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: projectRoot, encoding: 'utf8' })
  const changed = git('status', '--porcelain', '--untracked-files=normal')
  if (changed.status !== 0 || changed.stdout !== '') return undefined
  return git('rev-parse', 'HEAD^{tree}').stdout.trim()
}

/** Remembers that the project as it is committed has passed; nothing is remembered of uncommitted work. */
export function rememberPassed(what: 'check' | 'site'): void {
  const tree = committedTree()
  if (tree) useStore().put(keyOf('passed', what, tree), new Uint8Array())
}

/** Whether the project as it is committed has passed on this machine. */
export function hasPassed(what: 'check' | 'site'): boolean {
  const tree = committedTree()
  return tree !== undefined && useStore().get(keyOf('passed', what, tree)) !== undefined
}
