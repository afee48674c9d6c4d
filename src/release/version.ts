import { spawnSync } from 'node:child_process'

/** Runs git in a folder; undefined if it fails or is not there. */
function git(root: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

/** A commit, and the version it gives a release: 20261130-28ee1ae, with its date in China. */
export interface Version {
  commit: string
  version: string
}

/** The version of a commit made at a time (seconds since 1970); the time zone of the machine does not count. */
export function versionOf(commit: string, seconds: number): Version {
  const day = new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10).replaceAll('-', '')
  return { commit, version: `${day}-${commit.slice(0, 7)}` }
}

/** The version of the commit that a folder is at; undefined outside a repository. */
export function readVersion(root: string): Version | undefined {
  const [commit, seconds] = git(root, 'show', '-s', '--format=%H %ct')?.trim().split(' ') ?? []
  return commit ? versionOf(commit, Number(seconds)) : undefined
}

/** The files of a folder that differ from its commit, new ones included. */
export function uncommitted(root: string): string[] {
  const entries = (
    git(root, 'status', '--porcelain', '--untracked-files=normal', '-z') ?? ''
  ).split('\0')
  const files: string[] = []
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] as string
    if (entry === '') continue
    files.push(entry.slice(3))
    // After a renamed file its old name follows.
    if (/^[RC]/.test(entry)) at++
  }
  return files
}

/** Whether a folder is still at the commit of a version, with nothing changed. */
export const isStill = (root: string, { commit }: Version): boolean =>
  readVersion(root)?.commit === commit && uncommitted(root).length === 0
