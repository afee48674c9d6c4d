import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAbandoned } from '../store/abandoned.ts'

/** Writes the process id into a lock file; returns false if a running process holds the lock. */
function take(file: string): boolean {
  try {
    writeFileSync(file, `-${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  try {
    if (isAbandoned(readFileSync(file, 'utf8'))) rmSync(file, { force: true })
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
    rmSync(file, { force: true })
  }
}
