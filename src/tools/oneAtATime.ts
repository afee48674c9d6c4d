import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAbandoned } from '../store/abandoned.ts'

/** The locks that this process holds. */
const held = new Set<string>()

/** A lock is written in far less than this; one that is empty for longer could not be written, milliseconds. */
const longEmpty = 10_000

/** Whether the process that took a lock is gone; in a container the next one often has the same id. */
function isLeft(file: string): boolean {
  const owner = readFileSync(file, 'utf8')
  if (owner === '') return Date.now() - statSync(file).mtimeMs > longEmpty
  return owner === `-${process.pid}` ? !held.has(file) : isAbandoned(owner)
}

/** Writes the process id into a lock file; returns false if a running process holds the lock. */
function take(file: string): boolean {
  try {
    writeFileSync(file, `-${process.pid}`, { flag: 'wx' })
    held.add(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  try {
    if (isLeft(file)) rmSync(file, { force: true })
  } catch {
    // The lock was released in the meantime.
  }
  return false
}

/**
 * Runs a task that only one process may run at a time, using a lock file; while waiting for another process it says so
 * once.
 */
export async function oneAtATime<Result>(
  file: string,
  waiting: string,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true })
  for (let turn = 0; !take(file); turn++) {
    if (turn === 5) console.log(waiting)
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    held.delete(file)
    rmSync(file, { force: true })
  }
}
