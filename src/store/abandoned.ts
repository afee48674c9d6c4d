const owner = /[-.](\d+)(?:\.tmp)?$/

/**
 * Whether a name ends in the id of a process that no longer runs: the folder of a killed build, or an interrupted
 * write.
 */
export function isAbandoned(name: string): boolean {
  const pid = Number(owner.exec(name)?.[1])
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
