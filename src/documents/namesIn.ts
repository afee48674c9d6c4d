import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a file was left behind by an operating system, an editor or an office program. */
export const isLitter = (name: string): boolean => /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name)

/** Sorted names in a folder below root, without such files; undefined if the folder does not exist. */
export function namesIn(root: string, folder: string): string[] | undefined {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => !isLitter(name))
      .sort()
  } catch {
    return undefined
  }
}
