import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { listPublished } from '../records/registers.ts'
import { projectRoot } from '../roots.ts'

function run(command: string, args: readonly string[], cwd: string, env = process.env): void {
  const { status } = spawnSync(command, args, { cwd, env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`没有做成：${command} ${args.join(' ')}`)
}

/** The newest edition as an earlier commit builds it. */
interface EarlierSite {
  hash: string
  year: number
  figures: { id: string; topic: string }[]
  /** The folder of the built site. */
  site: string
}

/** Builds a commit in a folder next to the project; `remove` deletes everything. */
export function earlierSite(
  commit: string,
  place: string,
): { build(): EarlierSite; remove(): void } {
  const tree = join(place, 'tree')
  const modules = join(tree, 'node_modules')
  const textOf = (root: string, file: string) => readFileSync(join(root, file), 'utf8')
  return {
    build() {
      run('git', ['worktree', 'add', '--quiet', '--detach', tree, commit], projectRoot)
      // The installed packages can be used only if the commit needs the same ones.
      const isSame = textOf(tree, 'package-lock.json') === textOf(projectRoot, 'package-lock.json')
      if (isSame) symlinkSync(join(projectRoot, 'node_modules'), modules, 'junction')
      else run(process.execPath, ['src/tools/bootstrap.mjs'], tree)
      const env = { ...process.env, CONTENT_ROOT: '', SITE_URL: '', BASE_PATH: '/' }
      run(process.execPath, ['src/tools/build.ts'], tree, env)
      const year = listPublished(tree).at(-1) ?? 0
      const figures: EarlierSite['figures'] = JSON.parse(textOf(tree, `data/${year}/figures.json`))
      const head = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: tree })
      return {
        hash: head.stdout.toString().trim(),
        year,
        figures: figures.map(({ id, topic }) => ({ id, topic })),
        site: join(tree, 'dist'),
      }
    },
    remove() {
      spawnSync('git', ['worktree', 'remove', '--force', tree], { cwd: projectRoot })
    },
  }
}
