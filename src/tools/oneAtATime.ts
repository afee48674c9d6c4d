import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAbandoned } from '../store/abandoned.ts'

/** Writes the process's number into a file that nobody has written; false while a running process has. */
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
    // It has just been given back.
  }
  return false
}

/** Does something that only one process may do at a time, told by a file: waits while another does it, and says so once. */
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
