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

/**
 * To be called before what may pass: returns a function that remembers that the project as it is committed has passed.
 * Nothing is remembered of uncommitted work, nor if something was committed in the meantime.
 */
export function beginPassing(what: 'check' | 'site'): () => void {
  const before = committedTree()
  return () => {
    const tree = committedTree()
    if (tree && tree === before) useStore().put(keyOf('passed', what, tree), new Uint8Array())
  }
}

/** Whether the project as it is committed has passed on this machine. */
export function hasPassed(what: 'check' | 'site'): boolean {
  const tree = committedTree()
  return tree !== undefined && useStore().get(keyOf('passed', what, tree)) !== undefined
}
