import { spawn } from 'node:child_process'
import { projectRoot } from '../roots.ts'

const isTerminal = process.stdout.isTTY

/** Replaces the last line on a terminal. */
const rewrite = (line: string) => process.stdout.write(`\r\x1b[2K${line}`)

const seconds = (since: number) => Math.round((performance.now() - since) / 1000)

/** How much of what a failed command said is shown: its end says what went wrong. */
const shownLines = 60

/**
 * Runs one step of several, saying what it is: on a terminal a line with the seconds that have passed, elsewhere a line at
 * its end.
 */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const since = performance.now()
  const show = () => rewrite(`▸ ${name}　${seconds(since)} 秒`)
  const timer = isTerminal ? setInterval(show, 1000) : undefined
  if (isTerminal) show()
  let done = false
  try {
    const result = await work()
    done = true
    return result
  } finally {
    clearInterval(timer)
    if (isTerminal) rewrite('')
    console.log(`${done ? '✓' : '✗'} ${name}（${seconds(since)} 秒）`)
  }
}

/** Runs one of the project's commands and resolves to what it said; rejects with that if it fails. */
export function runTool(
  tool: string,
  args: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
): Promise<string> {
  const child = spawn(process.execPath, [`src/tools/${tool}.ts`, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0
        ? resolve(said)
        : reject(new Error(said.trimEnd().split('\n').slice(-shownLines).join('\n'))),
    )
  })
}
