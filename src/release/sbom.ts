import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../roots.ts'

const tool = join(projectRoot, 'src/release/sbomTool')
const workshop = join(projectRoot, '.build')
const files = ['package.json', 'package-lock.json']

/** Runs npm, the one that runs this command if one does; throws what it said if it fails. */
function npm(cwd: string, ...args: string[]): void {
  const own = process.env.npm_execpath
  const ran = own
    ? spawnSync(process.execPath, [own, ...args], { cwd, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (ran.status !== 0) throw new Error(`npm ${args.join(' ')} 没有做成：\n${ran.stderr}`)
}

/**
 * The folder of the tool, installed from its own lock file the first time: 17 MB that no other command needs. What it
 * could validate its output with is left out, because it would be compiled for minutes.
 */
function installTool(): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(tool, file)))
  // Not in the store, which deletes files that have not changed for long.
  const folder = join(workshop, `sbom-${hash.digest('hex').slice(0, 12)}-tool`)
  if (existsSync(folder)) return folder
  const unfinished = join(workshop, `sbom-tool-${process.pid}`)
  mkdirSync(unfinished, { recursive: true })
  for (const file of files) cpSync(join(tool, file), join(unfinished, file))
  npm(unfinished, 'ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund')
  renameSync(unfinished, folder)
  return folder
}

/** What of the output differs from machine to machine. */
interface Bom {
  metadata?: { tools?: { components?: { name: string }[] } }
}

/**
 * The packages that a build needs, as a CycloneDX document: those of the lock file without the tools of development,
 * with the binaries of every platform, so that every machine writes the same.
 */
export function makeSbom(): string {
  const folder = installTool()
  const output = join(workshop, `sbom-${process.pid}.json`)
  const command = join(folder, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js')
  // Its `--omit optional` would leave out this project's Node alone and keep what other packages make optional.
  const options = ['--package-lock-only', '--omit', 'dev', '--output-reproducible', '--no-validate']
  const ran = spawnSync(process.execPath, [command, ...options, '--output-file', output], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  try {
    if (ran.status !== 0) throw new Error(`物料清单没有写成：\n${ran.stderr}`)
    const bom: Bom = JSON.parse(readFileSync(output, 'utf8'))
    const tools = bom.metadata?.tools
    // The version of the reader's npm says nothing about the site.
    if (tools?.components) tools.components = tools.components.filter(({ name }) => name !== 'npm')
    return `${JSON.stringify(bom, null, 2)}\n`
  } finally {
    rmSync(output, { force: true })
  }
}
